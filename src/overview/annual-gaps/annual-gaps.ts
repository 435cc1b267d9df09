import { paths } from '../../paths/paths.ts'
import { stateOf } from '../../support/wg-opinions/wg-opinions.ts'
import { RATERS, type Rater } from '../../tools/effects/effects.ts'
import type { Chapter, GroupOfYear, RegionOfYear, YearFacts } from '../annual-reports/annual-reports.ts'
import { TEXTS, type TextKey } from '../annual-texts/annual-texts.ts'

/** Something the report would have to leave open. */
export interface Gap {
  chapter: Chapter
  subject: string
  text: string
  href: string
  /** False: it lies ahead and cannot be there yet; it is named all the same. */
  isDue: boolean
}

type Found = Omit<Gap, 'chapter'>
const due = (subject: string, text: string, href: string): Found => ({ subject, text, href, isDue: true })
const ahead = (subject: string, text: string, href: string): Found => ({ subject, text, href, isDue: false })

const written = (facts: YearFacts, key: TextKey): boolean => {
  const text = facts.texts[key]
  return typeof text === 'string' && text.trim() !== ''
}

const missingText = (facts: YearFacts, key: TextKey, isDue = true): Found[] =>
  written(facts, key)
    ? []
    : [
        {
          ...due('事務局', `「${TEXTS[key].label}」がまだです`, `${paths.annualReport(facts.programme.id)}#${key}`),
          isDue,
        },
      ]

function groupGaps(group: GroupOfYear): Found[] {
  const none = group.members.length === 0 ? [due(group.name, '委員がまだいません', group.href)] : []
  const chair =
    group.members.length > 0 && !group.hasChair ? [due(group.name, '座長が決まっていません', group.href)] : []
  const meetings = group.meetings.flatMap((m) => [
    ...(m.when === '' ? [ahead(m.label, '日程がまだです', m.href)] : []),
    ...(m.isHeld && m.agenda.length === 0 ? [due(m.label, '議題が記録されていません', m.href)] : []),
  ])
  return [...none, ...chair, ...meetings]
}

function stepGaps(r: RegionOfYear): Found[] {
  const missing = r.steps.flatMap((step) => {
    if (step.state === 'missing') return [due(r.name, `${step.label}の記録がありません`, r.hrefs.meetings)]
    return step.state === 'unfixed' ? [due(r.name, `${step.label}の記録が確定していません`, r.hrefs.meetings)] : []
  })
  const coming = r.steps.filter((step) => step.state === 'ahead').map((step) => step.label)
  return coming.length > 0
    ? [...missing, ahead(r.name, `${coming.join('、')}はこれからです`, r.hrefs.meetings)]
    : missing
}

function regionGaps(r: RegionOfYear): Found[] {
  const isOver = r.isPaused || r.steps.every((step) => step.state !== 'ahead')
  const closing = (text: string) => ({ ...due(r.name, text, r.hrefs.closing), isDue: isOver })
  const open = r.issues.filter((issue) => !r.changes.some((change) => change.answers.includes(issue.id)))
  return [
    ...(r.theme === '' ? [due(r.name, 'テーマがまだです', r.hrefs.region)] : []),
    ...stepGaps(r),
    ...(r.changes.length === 0
      ? [closing('まとめの「変わったこと」がまだです')]
      : open.map((issue) =>
          closing(`課題「${issue.text.slice(0, 40)}」への変化がまだです（「変わらなかった」も書けます）`),
        )),
    ...(r.next.length === 0 ? [closing('まとめの「今後について」がまだです')] : []),
    ...r.personal.map((word) => due(r.name, `個人が分かりませんか：「${word}」`, r.hrefs.board)),
  ]
}

function effectGaps(r: RegionOfYear): Found[] {
  const isOver = r.steps.every((step) => step.state !== 'ahead')
  const { rated, spent } = r.effect
  const silentOn = (when: 'before' | 'after') =>
    (Object.keys(RATERS) as Rater[])
      .filter((rater) => !rated.some((one) => one.rater === rater && one[when] !== null))
      .map((rater) => RATERS[rater])
  const silent = spent.flatMap(({ label, minutes }) => (minutes === null ? [label] : []))
  const gap = (sides: readonly string[], words: string, isDue: boolean): Found[] =>
    sides.length > 0 ? [{ ...due(r.name, `${words}（${sides.join('・')}）`, r.hrefs.effect), isDue }] : []
  return [
    ...gap(silentOn('before'), '効果検証の「支援の前」がまだです', true),
    ...gap(silentOn('after'), '効果検証の「支援の後」がまだです', isOver),
    ...gap(silent, 'かかった時間がまだです', isOver),
  ]
}

/** What is missing, chapter by chapter: said from December on, not discovered in March. */
export function gapsOf(facts: YearFacts): Gap[] {
  const { programme: p, regions, groups, opinions } = facts
  const isOver = regions.every((r) => r.steps.every((step) => step.state !== 'ahead'))
  const undecided = opinions.rows.filter((one) => stateOf(one) === 'open').length
  const found: [Chapter, Found[]][] = [
    [
      'overview',
      [
        ...missingText(facts, 'intro'),
        ...(p.supportFromOn && p.supportToOn
          ? []
          : [due('事務局', '支援期間が決まっていません', paths.programmeSettings(p.id))]),
        ...(regions.length === 0 ? [due('事務局', '支援している地域がありません', paths.selection(p.id))] : []),
      ],
    ],
    [
      'groups',
      groups.length === 0
        ? [due('事務局', 'WGも委員会もまだ登録されていません', paths.yearMeetings(p.id))]
        : groups.flatMap(groupGaps),
    ],
    [
      'opinions',
      undecided > 0
        ? [due('事務局', `対応が決まっていない意見が${undecided}件あります`, paths.yearMeetings(p.id))]
        : [],
    ],
    ['flow', missingText(facts, 'flow')],
    ['regions', regions.flatMap(regionGaps)],
    ['effect', [...regions.flatMap(effectGaps), ...missingText(facts, 'findings', isOver)]],
    ['next', missingText(facts, 'next', isOver)],
  ]
  return found.flatMap(([chapter, list]) => list.map((gap) => ({ chapter, ...gap })))
}

/** First day on which the gaps stand on the Monday list too. */
export const warnsFrom = (fiscalYear: number): string => `${fiscalYear}-12-01`
