import { paths } from '../../paths/paths.ts'
import { eraYear, wareki } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { closedReason } from '../applications/applications.ts'
import type { Fact, Programme } from '../programmes/programmes.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/public-page/show': PublicPage
    'programme/public-page/list': PublicListPage
  }
}

export interface PublicListPage {
  rows: { name: string; href: string; closes: string }[]
}

export interface PublicPage {
  heading: string
  year: string
  preview: boolean
  introduction: string
  facts: Fact[]
  guidelineHref: string | null
  sheetHref: string
  startHref: string | null
  closed: string | null
  signInHref: string
}

const between = (from: string | null, to: string | null) =>
  from || to ? `${from ? wareki(from) : ''}〜${to ? wareki(to) : ''}` : ''

export function publicPage(p: Programme, now: Date): PublicPage & PageBase {
  const closed = closedReason(p, now)
  return {
    title: `${p.name}：募集`,
    frame: 'plain',
    heading: p.name,
    year: eraYear(p.fiscalYear),
    preview: p.publishedAt === null,
    introduction: p.introduction,
    facts: [
      { term: '募集', text: between(p.entryOpensOn, p.entryClosesOn) },
      { term: '県の承諾', text: p.consentDueOn ? `${wareki(p.consentDueOn)}まで` : '' },
      { term: '支援期間', text: between(p.supportFromOn, p.supportToOn) },
      { term: '募集数', text: `${p.capacity}地域` },
      {
        term: '問い合わせ先',
        text: [p.contact.section, p.contact.telephone, p.contact.mailbox].filter(Boolean).join('\n'),
      },
    ],
    guidelineHref: p.guidelineFileId ? paths.publicGuideline(p.id) : null,
    sheetHref: paths.publicSheet(p.id),
    startHref: closed ? null : paths.entryStart(p.id),
    closed,
    signInHref: paths.signIn(),
  }
}

export const publicListPage = (open: readonly Programme[]): PublicListPage & PageBase => ({
  title: 'いまの募集',
  frame: 'plain',
  rows: open.map((p) => ({
    name: p.name,
    href: paths.publicProgramme(p.id),
    closes: p.entryClosesOn ? `${wareki(p.entryClosesOn)}まで` : '',
  })),
})
