import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { dueText, type Standing } from '../joint-materials/joint-materials.ts'
import { type Joint, jointCrumbs, whenWords } from '../joint-report/joint-report.ts'

export interface JointChasingPage extends PageBase {
  heading: string
  facts: { term: string; text: string; href?: string }[]
  rows: {
    region: string
    href: string
    peerHref: string
    state: { shape: string; word: string }
    titles: string[]
    asked: string
  }[]
  missing: string[]
  askTo: string | null
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-chasing/show': JointChasingPage
  }
}

interface View {
  joint: Joint
  standings: readonly Standing[]
  asked: ReadonlyMap<string, string>
  dueOn: string | null
  now: Date
}

/** Who handed in what, and who is asked by the next press. */
export function jointChasingPage({ joint, standings, asked, dueOn, now }: View): JointChasingPage {
  const { programme, label } = joint
  const missing = standings.filter(({ isMissing }) => isMissing).map(({ region }) => region.name)
  return {
    title: `${label}の資料`,
    crumbs: jointCrumbs(joint, '資料のあつまり具合'),
    heading: `${label}の資料のあつまり具合`,
    facts: [
      { term: '日時', text: whenWords(joint) },
      { term: '資料の期日', text: dueText(dueOn, now) },
      { term: '期日を直す', text: '次第のページ', href: paths.jointAgenda(programme.id) },
    ],
    rows: standings.map(({ region, state, current }) => {
      const at = asked.get(region.id)
      return {
        region: region.name,
        href: paths.regionJoint(region.id),
        peerHref: paths.jointRegion(programme.id, region.id),
        state,
        titles: current.map(({ title }) => title),
        asked: at ? `お願い ${warekiShort(dayOf(at))}` : 'まだお願いしていません',
      }
    }),
    missing,
    askTo: missing.length > 0 && !joint.isOver ? paths.jointReminders(programme.id) : null,
    backHref: paths.jointReport(programme.id),
  }
}
