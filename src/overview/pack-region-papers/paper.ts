import type { Block, Paper } from '../../platform/docx/docx.ts'
import { warekiShort } from '../../platform/time.ts'
import { MEETING_STATES, type Slot } from '../../support/meetings/meetings.ts'
import type { BoardLine } from '../boards/boards.ts'
import { isPut, type PackRegion, type PackSnapshot, type RegionProgress } from '../pack-snapshots/pack-snapshots.ts'
import { PARTS, type PartKey } from '../packs/packs.ts'

/** Where the regions stand: names, days and states; sentences only of what was put to the WG. */
const paperFor = ({ programme, slot }: PackSnapshot, key: PartKey, blocks: Block[]): Paper => ({
  title: PARTS[key].label,
  subtitle: `${programme.name}　${slot.label}`,
  blocks,
  foot: `${programme.name}　${slot.label}`,
  landscape: true,
})
const NO_REGION: Block = { kind: 'text', text: '支援する地域は、まだ決まっていません。' }

/** テーマ: the first words and today's, side by side. */
export function themesTable(regions: readonly RegionProgress[]): Block {
  if (regions.length === 0) return NO_REGION
  const rows = regions.map(({ region, head }) => [
    [region.name, head?.prefecture].filter(Boolean).join('\n'),
    head?.scenes.join('、') || '—',
    head?.initialTheme ?? head?.theme ?? '—',
    head?.initialTheme ? head.theme || '—' : head?.theme ? '（変わっていません）' : '—',
  ])
  return { kind: 'table', head: ['地域', '場面', 'はじめのテーマ', 'いまのテーマ'], rows, widths: [3, 3, 5, 5] }
}

export const themesPaper = (snapshot: PackSnapshot): Paper =>
  paperFor(snapshot, 'themes', [
    { kind: 'text', text: 'オリエンテーションで話し合い、テーマがどう変わったかを並べました。' },
    themesTable(snapshot.regions),
  ])

const stepSlots = ({ slots }: PackRegion): Slot[] => slots.filter(({ stepId }) => stepId !== null)

const cellOf = ({ state, meeting }: Slot): string =>
  [MEETING_STATES[state], meeting?.heldOn && state !== 'cancelled' ? warekiShort(meeting.heldOn) : '']
    .filter(Boolean)
    .join('\n')

/** Rows of regions, columns of steps. */
function matrixOf({ regions, steps }: PackSnapshot): Block {
  const own = steps.filter(({ level }) => level === 'region')
  const rows = regions.map((one) => [one.region.name, ...stepSlots(one).map(cellOf)])
  const head = ['地域', ...own.map(({ shortLabel }) => shortLabel)]
  return { kind: 'table', head, rows, widths: [3, ...own.map(() => 2)] }
}

const acts = (lines: readonly BoardLine[][]): string[] =>
  lines.flat().map((line) => `${line.mark ? `〔${line.mark}〕` : ''}${line.text}`)

/** これからの予定: days of every region; what is done between the meetings only as it was put to the WG. */
export function planPaper(snapshot: PackSnapshot): Paper {
  if (snapshot.regions.length === 0) return paperFor(snapshot, 'plan', [NO_REGION])
  const practice = snapshot.regions.flatMap((one): Block[] => [
    { kind: 'heading', text: one.region.name, level: 3 },
    ...practiceOf(one),
  ])
  return paperFor(snapshot, 'plan', [
    { kind: 'heading', text: '回の日にち' },
    matrixOf(snapshot),
    { kind: 'heading', text: '回と回のあいだに行うこと' },
    ...practice,
  ])
}

function practiceOf(one: PackRegion): Block[] {
  if (!isPut(one))
    return [{ kind: 'note', text: 'この地域の支援経過は、まだWGに出していません。日にちだけをのせています。' }]
  const items = acts(one.board?.board.between ?? []).map((text) => ({ text, note: '' }))
  return items.length > 0
    ? [{ kind: 'list', numbered: false, items }]
    : [{ kind: 'text', text: 'WGに出した支援経過には、回のあいだに行うことの行がありません。' }]
}

const isHeld = ({ state }: Slot) => state === 'done' || state === 'held'
const listed = (slots: readonly { name: string; slot: Slot }[], empty: string): Block =>
  slots.length === 0
    ? { kind: 'text', text: empty }
    : {
        kind: 'list',
        numbered: false,
        items: slots.map(({ name, slot }) => ({
          text: `${slot.meeting?.heldOn ? `${warekiShort(slot.meeting.heldOn)}　` : ''}${name}${slot.label}`,
          note: '',
        })),
      }

const AHEAD = 12

/** 進み具合（1枚）: the matrix, what the year has held, what comes next. */
export function progressPaper(snapshot: PackSnapshot): Paper {
  const { regions, yearSlots } = snapshot
  const ofYear = yearSlots.map((slot) => ({ name: '', slot }))
  const ofRegions = regions.flatMap(({ region, slots }) => slots.map((slot) => ({ name: `${region.name} `, slot })))
  const all = [...ofYear, ...ofRegions]
  const days = (rows: typeof all) =>
    rows.toSorted((a, b) => (a.slot.meeting?.heldOn ?? '9999').localeCompare(b.slot.meeting?.heldOn ?? '9999'))
  const held = ofRegions.filter(({ slot }) => isHeld(slot)).length
  const paused = regions.filter(({ region }) => region.pause).map(({ region }) => region.name)
  return paperFor(snapshot, 'progress', [
    {
      kind: 'facts',
      rows: [
        {
          term: '支援している地域',
          text: `${regions.length}地域${paused.length > 0 ? `（うち休止・中止：${paused.join('、')}）` : ''}`,
        },
        { term: '行った回', text: `${ofRegions.length}回のうち${held}回` },
      ],
    },
    regions.length > 0 ? matrixOf(snapshot) : NO_REGION,
    { kind: 'heading', text: '行った年度の会', level: 3 },
    listed(days(ofYear.filter(({ slot }) => isHeld(slot))), 'まだありません。'),
    { kind: 'heading', text: 'これからの会', level: 3 },
    listed(days(all.filter(({ slot }) => slot.state === 'fixed')).slice(0, AHEAD), '日にちの決まった会はありません。'),
  ])
}
