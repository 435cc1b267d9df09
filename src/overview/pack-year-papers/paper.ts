import { type Field, fieldsOf, type Template } from '../../papers/templates/templates.ts'
import type { Block, Paper } from '../../platform/docx/docx.ts'
import { eraYear, wareki, warekiShort } from '../../platform/time.ts'
import { STEP_KINDS, type Step } from '../../programme/programmes/programmes.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { opinionBlock } from '../../support/opinion-tables/paper.ts'
import type { Answered } from '../../support/wg-opinions/wg-opinions.ts'
import { themesTable } from '../pack-region-papers/paper.ts'
import type { PackSnapshot, RegionProgress } from '../pack-snapshots/pack-snapshots.ts'
import { PARTS, type PartKey } from '../packs/packs.ts'

/** What the year is, for those who advise it: papers made of settings, forms, files and opinions. */
type Snapshot = PackSnapshot

export const paperFor = (snapshot: Snapshot, key: PartKey, blocks: Block[]): Paper => ({
  title: PARTS[key].label,
  subtitle: `${snapshot.programme.name}　${snapshot.slot.label}`,
  blocks,
  foot: `${snapshot.programme.name}　${snapshot.slot.label}`,
})

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', text, level })
export const text = (words: string): Block => ({ kind: 'text', text: words })
const list = (items: readonly string[], numbered = false): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', numbered, items: items.map((one) => ({ text: one, note: '' })) }]

const around = (regions: readonly RegionProgress[], slots: readonly Slot[]) => ({
  regions: new Map(regions.map(({ region }) => [region.id, region.name])),
  meetings: new Map(slots.flatMap(({ meeting, label }) => (meeting ? [[meeting.id, label] as const] : []))),
})

const opinionsIn = (opinions: readonly Answered[], places: ReturnType<typeof around>): Block =>
  opinions.length === 0 ? text('記録されたご意見はありません。') : opinionBlock({ opinions, around: places })

/** 前年度のふり返り */
export function reviewPaper(snapshot: Snapshot): Paper {
  const { before } = snapshot
  if (!before) {
    const why = 'この伴走ノートには、前の年度の記録がありません。別に用意した資料をご覧ください。'
    return paperFor(snapshot, 'review', [{ kind: 'note', text: why }])
  }
  const held = before.regions.map(({ region, slots }) => {
    const done = slots.filter(({ state }) => state === 'done' || state === 'held').length
    return [region.name, `${slots.length}回のうち${done}回`]
  })
  return paperFor(snapshot, 'review', [
    text(`${eraYear(before.programme.fiscalYear)}「${before.programme.name}」の記録からまとめました。`),
    heading('支援した地域とテーマ'),
    themesTable(before.regions),
    ...(before.isCut ? [text(`はじめの${before.regions.length}地域だけをのせています。`)] : []),
    heading('行った回'),
    held.length > 0
      ? { kind: 'table', head: ['地域', '行った回'], rows: held, widths: [2, 1] }
      : text('支援した地域はありませんでした。'),
    heading('主なご意見と対応'),
    opinionsIn(before.opinions, around(before.regions, [])),
  ])
}

const dayOfStep = ({ yearSlots }: Snapshot, step: Step): string => {
  const slot = yearSlots.find(({ stepId }) => stepId === step.id)
  return slot?.meeting?.heldOn ? warekiShort(slot.meeting.heldOn) : '—'
}

/** 今年度の進め方 */
export function designPaper(snapshot: Snapshot): Paper {
  const { steps, programme } = snapshot
  const period = [programme.supportFromOn, programme.supportToOn].map((day) => (day ? wareki(day) : '未定')).join('〜')
  const rows = steps.map((step) => [
    step.label,
    step.level === 'programme' ? `年度の会（${STEP_KINDS[step.kind]}）` : '地域ごと',
    step.level === 'programme' ? dayOfStep(snapshot, step) : '—',
    step.guide.aim ?? '',
  ])
  const guides = steps
    .filter(({ level, guide }) => level === 'region' && (guide.timetable?.length ?? 0) > 0)
    .flatMap((step) => [heading(step.label, 3), ...list(step.guide.timetable ?? [])])
  return paperFor(snapshot, 'design', [
    {
      kind: 'facts',
      rows: [
        { term: '支援期間', text: period },
        { term: '募集数', text: `${programme.capacity}地域` },
      ],
    },
    heading('回の並びとねらい'),
    { kind: 'table', head: ['回', '種類', '日にち', 'ねらい'], rows, widths: [3, 3, 3, 7] },
    ...(guides.length > 0 ? [heading('回ごとの時間割'), ...guides] : []),
  ])
}

/** 募集要項と選ぶときの観点 */
export function callPaper(snapshot: Snapshot): Paper {
  const { programme: p, criteria, guideline } = snapshot
  const day = (on: string | null) => (on ? wareki(on) : '未定')
  const contact = [p.contact.section, p.contact.telephone, p.contact.mailbox].filter(Boolean).join('、')
  const rules = [
    p.rules.needsConsent
      ? '都道府県の承諾（県が主導する応募では協力市町村の同意）がそろって、受付になります'
      : '都道府県の承諾は要りません',
    '共同の応募は、同じ都道府県の中の市町村に限ります',
    '地方厚生（支）局の管内が重ならないように選ぶことを原則とします',
  ]
  const rows = criteria.map((c) => [c.label, c.description, c.words.map((w, at) => `${at + 1}：${w}`).join('\n')])
  return paperFor(snapshot, 'call', [
    ...(p.introduction ? [text(p.introduction)] : [text('募集の文は、まだ書かれていません。')]),
    {
      kind: 'facts',
      rows: [
        { term: '募集期間', text: `${day(p.entryOpensOn)}〜${day(p.entryClosesOn)}` },
        { term: '承諾の期限', text: day(p.consentDueOn) },
        { term: '募集数', text: `${p.capacity}地域` },
        ...(contact ? [{ term: '問い合わせ先', text: contact }] : []),
        ...(guideline ? [{ term: '募集要項のファイル', text: guideline }] : []),
      ],
    },
    heading('応募の決まり'),
    ...list(rules),
    heading('評価の観点'),
    rows.length > 0
      ? { kind: 'table', head: ['観点', '見るところ', '点の言葉'], rows, widths: [3, 5, 7] }
      : text('評価の観点は、まだ決まっていません。'),
  ])
}

const fieldWords = (field: Field): string =>
  field.columns && field.columns.length > 0
    ? `${field.label}（${field.columns.map(({ label }) => label).join('・')}）`
    : field.label

const sheetRow = (template: Template): string[] => [
  template.title,
  template.lead ?? '',
  fieldsOf(template).map(fieldWords).join('、'),
]

/** 使うシート */
export function sheetsPaper(snapshot: Snapshot): Paper {
  const used = snapshot.sheets.filter(({ isUsed }) => isUsed).map(({ template }) => template)
  const rows = [...(snapshot.entry ? [snapshot.entry] : []), ...used].map(sheetRow)
  return paperFor(snapshot, 'sheets', [
    text('全部の欄を埋める必要はありません。回ごとに、その日に要るところだけを使います。'),
    { kind: 'table', head: ['シート', '何のために', '欄'], rows, widths: [3, 5, 8] },
  ])
}

export const opinionsPaper = (snapshot: Snapshot): Paper =>
  paperFor(snapshot, 'opinions', [opinionsIn(snapshot.opinions, around(snapshot.regions, snapshot.yearSlots))])
