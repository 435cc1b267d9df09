import { z } from 'zod'
import { isDay } from '../../platform/time.ts'
import { STEP_KINDS } from '../../programme/programmes/programmes.ts'
import { CASE_TYPES, MEMBER_ROLES, SCENES } from '../../programme/regions/regions.ts'
import { PARTICIPANT_ROLES } from '../../programme/teams/teams.ts'
import { PROMISE_STATES, PROMISE_TYPES } from '../../support/promises/promises.ts'
import { FORMAT } from './case-format.ts'

/** The shape `banso-case/1`. Keys it does not name are kept (looseObject) and reported by checks.ts. */
const LONGEST = 100_000
const TOO_LONG = `${LONGEST.toLocaleString('ja-JP')}字以内にしてください`
const A_DAY = '2025-10-21 の形の、実在する日付にしてください（あいまいな時期は dueText に書けます）'

type Shape = z.ZodType
const wrong = (missing: string, other: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined || input === null ? missing : other),
})
const loose = <S extends z.ZodRawShape>(shape: S) =>
  z.looseObject(shape, wrong('中身（{ }）がありません', '中身は { } の形にしてください'))
const maybe = <T extends Shape>(shape: T) => shape.nullable().optional()
/** Several keys of one shape. */
const each = <T extends Shape, K extends string>(shape: T, ...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, shape])) as Record<K, T>
const many = <T extends Shape>(shape: T) =>
  z.array(shape, wrong('並び（[ ]）がありません', '並び（[ ]）にしてください')).max(5_000, '5,000件以内にしてください')
const list = <T extends Shape>(shape: T) => maybe(many(shape))

const string = (missing: string) => z.string(wrong(missing, '文字で書いてください')).max(LONGEST, TOO_LONG)
const words = (missing: string) => string(missing).refine((text) => text.trim() !== '', missing)
const key = words('idがありません').refine((id) => id.length <= 200, 'idは200字以内にしてください')
const note = maybe(string('文がありません'))
const notes = <K extends string>(...names: K[]) => each(note, ...names)
const keys = list(string('文字で書いてください'))
const said = words('文がありません')
const yesNo = maybe(z.boolean('true か false で書いてください'))
const day = maybe(z.string('日付は文字（2025-10-21 の形）で書いてください').refine(isDay, A_DAY))
const number = maybe(z.number('数で書いてください'))
/** 「—」 is a valid value too. */
const figure = maybe(z.union([z.number(), z.string()], '数か文字で書いてください'))
const anything = maybe(z.unknown())
const whole = (what: string, [least, most]: readonly [number, number]) =>
  z
    .int(wrong(`${what}がありません`, `${what}は整数で書いてください`))
    .min(least, `${what}は${least}以上にしてください`)
    .max(most, `${what}は${most}以下にしてください`)
const chosen = (labels: Record<string, unknown>, what: string) =>
  z
    .string(wrong(`${what}がありません`, `${what}は文字で書いてください`))
    .refine((code) => Object.hasOwn(labels, code), {
      error: ({ input }) =>
        `${what}「${String(input).slice(0, 40)}」は使えません（使えるもの：${Object.keys(labels).join('、')}）`,
    })

const sourced = { src: keys, inf: yesNo }
const withId = { ...sourced, id: maybe(key), text: said }
const item = loose({ ...withId, tags: keys, mapping: note, answers: keys, due: day, dueText: note })
const items = list(item)
/** A list that sources write either way. */
const bullets = list(z.union([string('文がありません'), item], '文字か、文（text）のある { } で書いてください'))
/** Ours: what the product records and the format has no key for. Another bundle may mean something else by such a name. */
const ours = <K extends string>(...names: K[]) => each(anything, ...names)
const line = item.extend(ours('circle', 'writtenBy'))
const ANSWER = ['answer', 'answerReason', 'answeredAt', 'answeredBy'] as const
const advice = item.extend(ours('circle', 'givenBy', 'sentAt', 'about', ...ANSWER))

export const regionShape = loose({
  displayName: words('地域の名前がありません'),
  prefecture: loose({ code: words('コードがありません'), name: words('名前がありません') }),
  bureau: maybe(loose({ code: words('コードがありません'), name: note })),
  members: many(
    loose({ ...notes('code', 'lgcode'), name: words('名前がありません'), role: chosen(MEMBER_ROLES, '役割') }),
  ),
  countsAs: number,
})
const profile = loose({
  ...each(figure, 'population', 'agingRate65', 'agingRate75', 'careCertRate'),
  ...notes('asOf', 'department'),
  contractors: bullets,
  src: keys,
  ...each(items, 'strengths', 'issues', 'survey'),
  ...each(maybe(item), 'medical', 'care', 'currentStatus'),
})
const participant = loose({
  ...sourced,
  id: maybe(key),
  role: chosen(PARTICIPANT_ROLES, '役割'),
  org: words('団体の名前がありません'),
  note,
})
const step = loose({
  seq: whole('順番（seq）', [1, 9_999]),
  key: maybe(key),
  label: words('回の名前がありません'),
  kind: chosen(STEP_KINDS, '回の種類'),
  heldOn: day,
  recorded: yesNo,
  keywords: keys,
  advice: list(advice),
  situation: list(line),
  ...ours('lines', 'startsAt', 'minutes', 'mode', 'place', 'url', 'fixedAt', 'fixedBy', 'cancelledAt', 'cancelReason'),
})
const PAIR = '2つの回（from と to）の並びにしてください'
const action = loose({
  ...withId,
  type: maybe(chosen(PROMISE_TYPES, '種類')),
  status: maybe(chosen(PROMISE_STATES, '状態')),
  between: maybe(z.array(z.string('文字か null で書いてください').nullable(), PAIR).max(2, PAIR)),
  ...each(day, 'due', 'heldOn'),
  ...notes('owner', 'dueText'),
  ...ours('side', 'circle', 'doneAt'),
})
const logicModel = loose({
  ...notes('status', 'note'),
  goal: maybe(item),
  directions: list(loose({ ...sourced, id: key, seq: number, text: said, scene: note, measures: anything })),
  nodes: list(
    loose({
      ...sourced,
      id: key,
      kind: words('箱の種類がありません'),
      text: said,
      seq: number,
      ...notes('subject', 'scene', 'direction', 'consultWith', 'reprintOf', 'status'),
      ...each(anything, 'reprintMark', 'reprintUncertain'),
    }),
  ),
  links: list(loose({ ...sourced, ...each(key, 'from', 'to') })),
  indicators: list(
    loose({
      ...sourced,
      id: key,
      text: said,
      ...notes('nodeId', 'type', 'reprintOf', 'dataSource'),
      ...each(yesNo, 'reprint', 'compound'),
      ...each(anything, 'baseline', 'target'),
    }),
  ),
})

export const caseBundle = loose({
  format: z.literal(FORMAT, wrong(`形式（${FORMAT}）がありません`, `この形式は読めません（${FORMAT} だけ読めます）`)),
  id: key,
  ...notes('sourceDoc', 'eraLabel'),
  fiscalYear: whole('年度（西暦）', [2000, 2100]),
  processTemplate: chosen({ R7: 1, R5: 1 }, '進め方の型'),
  caseType: chosen(CASE_TYPES, '地域の型'),
  region: regionShape,
  profile: maybe(profile),
  participants: list(participant),
  theme: maybe(loose({ ...sourced, ...notes('text', 'initialText', 'focus') })),
  scenes: list(loose({ ...sourced, code: chosen(SCENES, '場面'), basis: note })),
  ...each(items, 'issuesAtEntry', 'policy'),
  ...each(bullets, 'deliverables', 'gaps'),
  personaSheet: maybe(
    loose(each(maybe(item), 'subject', 'course', 'trigger', 'wishes', 'surroundings', 'supportScope')),
  ),
  steps: many(step),
  actions: list(action),
  hypotheses: list(loose({ ...withId, status: note, checkedWith: list(z.unknown()), evidence: keys })),
  evidence: list(loose({ ...withId, value: anything, ...notes('unit', 'period', 'source', 'method') })),
  logicModel: maybe(logicModel),
  closing: maybe(loose(each(items, 'before', 'changes', 'next'))),
  lessonsForOthers: maybe(loose(each(items, 'methods', 'supportNeeds'))),
  ...ours('advice', 'documents', 'course', 'exportedAt'),
})
export type CaseBundle = z.infer<typeof caseBundle>
