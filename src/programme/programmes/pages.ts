import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { eraYear, wareki, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { OFFSETS, STEP_TEMPLATES } from '../step-templates/step-templates.ts'
import { type LinkGroup, linksFor } from '../year-links/year-links.ts'
import { type Choice, type Fact, type Programme, programmeCrumbs, STEP_KINDS, type Step } from './programmes.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/programmes/list': ProgrammeListPage
    'programme/programmes/new': { form: FormState; saveTo: string; froms: Choice[]; back: string }
    'programme/programmes/show': ProgrammePage
  }
}

export interface ProgrammeListPage {
  rows: {
    name: string
    href: string
    year: string
    closes: string
    regions: string
    published: boolean
    isSample: boolean
  }[]
  newHref: string | null
  bundlesHref: string | null
  yearsHref: string | null
}
type Counts = Map<string, { regions: number; submitted: number }>

export const programmeListPage = (
  actor: Actor,
  programmes: readonly Programme[],
  counts: Counts,
): ProgrammeListPage & PageBase => ({
  title: '年度事業',
  crumbs: [{ label: 'ホーム', href: paths.home }, { label: '年度事業' }],
  newHref: may(actor, 'programme.create') ? paths.newProgramme : null,
  bundlesHref: may(actor, 'bundle.import') ? paths.bundles : null,
  yearsHref: may(actor, 'years.view') ? paths.years : null,
  rows: programmes.map((p) => ({
    name: p.name,
    href: paths.programme(p.id),
    year: eraYear(p.fiscalYear),
    closes: p.entryClosesOn ? warekiShort(p.entryClosesOn) : '—',
    regions: may(actor, 'entries.view', p)
      ? `提出${counts.get(p.id)?.submitted ?? 0}件／${counts.get(p.id)?.regions ?? 0}地域`
      : '—',
    published: p.publishedAt !== null,
    isSample: p.isSample,
  })),
})

export const newProgrammePage = (form: FormState, earlier: readonly Programme[]) => ({
  title: '年度事業をつくる',
  crumbs: [
    { label: 'ホーム', href: paths.home },
    { label: '年度事業', href: paths.programmes },
    { label: '新しくつくる' },
  ],
  form,
  saveTo: paths.newProgramme,
  back: paths.programmes,
  froms: [
    ...Object.entries(STEP_TEMPLATES).map(([value, label]) => ({ value, label })),
    ...earlier
      .filter((p) => !p.isSample)
      .map((p) => ({
        value: p.id,
        label: `「${p.name}」を写す`,
        hint: `${eraYear(p.fiscalYear)}。回、進め方ガイド、決まり、手紙の文を引きつぎます`,
      })),
  ],
})

export interface ProgrammePage {
  heading: string
  year: string
  isSample: boolean
  facts: Fact[]
  steps: { label: string; kind: string; guide: Step['guide']; hasGuide: boolean; report: string | null }[]
  links: LinkGroup[]
  published: boolean
  publicUrl: string | null
}

const period = (from: string | null, to: string | null) =>
  from || to ? `${from ? wareki(from) : ''}〜${to ? wareki(to) : ''}` : ''

export function programmePage(actor: Actor, p: Programme, steps: readonly Step[]): ProgrammePage & PageBase {
  return {
    title: p.name,
    crumbs: programmeCrumbs(p),
    heading: p.name,
    year: eraYear(p.fiscalYear),
    isSample: p.isSample,
    facts: [
      { term: '募集', text: period(p.entryOpensOn, p.entryClosesOn) },
      { term: '承諾期限', text: p.consentDueOn ? wareki(p.consentDueOn) : '' },
      { term: '支援期間', text: period(p.supportFromOn, p.supportToOn) },
      { term: '募集数', text: `${p.capacity}地域` },
      {
        term: '問い合わせ先',
        text: [p.contact.section, p.contact.telephone, p.contact.mailbox].filter(Boolean).join('\n'),
      },
    ],
    steps: steps.map((step) => ({
      label: step.label,
      kind:
        step.level === 'programme'
          ? '年度事業の会'
          : step.label.startsWith(STEP_KINDS[step.kind])
            ? ''
            : STEP_KINDS[step.kind],
      guide: step.guide,
      hasGuide: Boolean(step.guide.aim || step.guide.questions?.length),
      report: step.asksReport ? `${OFFSETS.report}：${-(step.offsets.report ?? -7)}日前` : null,
    })),
    links: p.isSample ? [] : linksFor(actor, p),
    published: p.publishedAt !== null,
    publicUrl: p.publishedAt && !p.isSample ? paths.publicProgramme(p.id) : null,
  }
}
