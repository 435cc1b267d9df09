import { paths } from '../../paths/paths.ts'
import { TASK_STATES, type Task, taskStateOf } from '../../people/tasks/tasks.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { materialNo, PART_KEYS, PARTS, type PartKey } from './packs.ts'

interface MadePack {
  label: string
  href: string
  state: string
  word: string
  at: string
  by: string
}

export interface PacksPage {
  rows: { label: string; href: string; when: string; parts: string; last: string }[]
}

export interface PackPage {
  heading: string
  lead: string
  parts: { key: PartKey; no: string; label: string; about: string; canUp: boolean; canDown: boolean }[]
  others: { key: PartKey; label: string; about: string }[]
  composeTo: string | null
  makeTo: string | null
  readers: string
  /** Regions that were not put to the WG, with the way to do it. */
  missing: { words: string; links: { name: string; href: string }[] }[]
  made: MadePack[]
  offer: { to: string; taskId: string; words: string } | null
  meetingHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/packs/index': PacksPage
    'overview/packs/show': PackPage
  }
}

const LOOKS = { waiting: 'still', running: 'held', finished: 'done', failed: 'late' } as const
const moment = (at: string): string => `${warekiShort(dayOf(at))} ${clock(at)}`
const dayWords = ({ meeting }: Slot): string => (meeting?.heldOn ? warekiShort(meeting.heldOn) : '日は未定')

export interface MeetingPack {
  slot: Slot
  parts: readonly PartKey[]
  isSaved: boolean
  /** Its makings, the newest first. */
  tasks: readonly Task[]
}

export const packsPage = (programme: Programme, packs: readonly MeetingPack[]): PacksPage & PageBase => ({
  title: '会議の資料',
  crumbs: programmeCrumbs(programme, { label: '会議の資料' }),
  rows: packs.map(({ slot, parts, tasks: [last] }) => ({
    label: slot.label,
    href: paths.pack(programme.id, slot.number),
    when: dayWords(slot),
    parts: parts.map((key) => PARTS[key].label).join('、') || 'まだ選んでいません',
    last: last
      ? `${TASK_STATES[taskStateOf(last)]}（${moment(last.finishedAt ?? last.failedAt ?? last.madeAt)}）`
      : '—',
  })),
})

const madeRow = (task: Task): MadePack => {
  const state = taskStateOf(task)
  const at = moment(task.finishedAt ?? task.failedAt ?? task.madeAt)
  return {
    label: task.title,
    href: paths.task(task.id),
    state: LOOKS[state],
    word: TASK_STATES[state],
    at,
    by: task.personName,
  }
}

const READERS =
  'この資料を読むのは、会に出る人です（WG委員、厚生労働省・厚生局など）。市町村の内輪、支援チーム、事務局だけの文は入りません。支援経過と課題解決ストーリーは、WGに出した版だけがのります。効果検証は、支援経過をWGに出した地域のものがのります。'

interface View {
  programme: Programme
  pack: MeetingPack
  /** Supported regions whose sheet, or whose model, the WG can't read yet. */
  unput: { boards: readonly Region[]; models: readonly Region[] }
}

function missingOf({ programme, pack: { slot, parts }, unput }: View): PackPage['missing'] {
  const rows = [
    {
      words: '支援経過（1枚）をまだWGに出していない地域',
      isUsed: parts.some((key) => ['boards', 'plan', 'effect'].includes(key)),
      links: unput.boards.map(({ id, name }) => ({ name, href: paths.board(id) })),
    },
    {
      words: '課題解決ストーリー（ロジックモデル）をまだWGに示していない地域',
      isUsed: parts.includes('models'),
      links: unput.models.map(({ id, name }) => ({ name, href: paths.review(programme.id, slot.number, id) })),
    },
  ]
  return rows.filter(({ isUsed, links }) => isUsed && links.length > 0).map(({ words, links }) => ({ words, links }))
}

export function packPage({ programme, pack, unput }: View): PackPage & PageBase {
  const { slot, parts, tasks, isSaved } = pack
  const open = !programme.isSample
  const done = tasks.find((task) => task.finishedAt)
  return {
    title: `${slot.label}の資料`,
    crumbs: programmeCrumbs(programme, { label: '会議の資料', href: paths.packs(programme.id) }, { label: slot.label }),
    heading: `${slot.label}の資料`,
    lead: isSaved
      ? `${dayWords(slot)}。入れるものと順番は、この会のために残してあります。`
      : `${dayWords(slot)}。この会でよく使うものを並べています。加えたり外したりできます。`,
    parts: parts.map((key, at) => ({
      ...{ key, no: materialNo(at), ...PARTS[key] },
      ...{ canUp: at > 0, canDown: at < parts.length - 1 },
    })),
    others: PART_KEYS.filter((key) => !parts.includes(key)).map((key) => ({ key, ...PARTS[key] })),
    composeTo: open ? paths.pack(programme.id, slot.number) : null,
    makeTo: open && parts.length > 0 ? paths.packMaking(programme.id, slot.number) : null,
    readers: READERS,
    missing: missingOf({ programme, pack, unput }),
    made: tasks.map(madeRow),
    offer:
      open && done
        ? {
            to: paths.packMaterial(programme.id, slot.number),
            taskId: done.id,
            words: `${moment(done.finishedAt ?? '')}にできたPDFを、会の資料として置きます。会に出る人が、会のページから読めるようになります。`,
          }
        : null,
    meetingHref: paths.yearMeeting(programme.id, slot.number),
  }
}
