import { paths } from '../../paths/paths.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { isUnderWay, TASK_STATES, type Task, type TaskFile, type TaskState, taskStateOf } from './tasks.ts'

type Look = 'still' | 'held' | 'done' | 'late'

interface Shown {
  title: string
  word: string
  look: Look
}

export interface TaskPage {
  heading: string
  word: string
  look: Look
  /** 「12のうち3まで」 and what is being done. */
  lead: string
  bar: { done: number; outOf: number } | null
  failure: string | null
  files: { label: string; href: string; size: string }[]
  facts: { term: string; text: string }[]
  againTo: string | null
  /** While it is being made the page asks again by itself, unless the reader wants it still. */
  still: { label: string; href: string } | null
  leave: string | null
  back: { label: string; href: string } | null
  listHref: string
}

export interface TasksPage {
  rows: (Shown & { href: string; at: string })[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/tasks/show': TaskPage
    'people/tasks/index': TasksPage
  }
}

const LOOKS: Record<TaskState, Look> = { waiting: 'still', running: 'held', finished: 'done', failed: 'late' }
const REFRESH_SECONDS = 5
const home = { label: 'ホーム', href: paths.home }
const moment = (at: string): string => `${warekiShort(dayOf(at))} ${clock(at)}`

function shownState(task: Task): Pick<Shown, 'word' | 'look'> {
  const state = taskStateOf(task)
  return { word: TASK_STATES[state], look: LOOKS[state] }
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`

const howFar = (task: Task): string =>
  task.outOf > 0 ? `${task.outOf}のうち${task.done}まで終わりました。いまは：${task.doing}` : 'まもなく始まります。'

const timesOf = (task: Task) => [
  { term: '頼んだ人', text: task.personName },
  { term: '頼んだ時', text: moment(task.madeAt) },
  ...(task.startedAt ? [{ term: '始めた時', text: moment(task.startedAt) }] : []),
  ...(task.finishedAt ? [{ term: 'できた時', text: moment(task.finishedAt) }] : []),
  ...(task.failedAt ? [{ term: '止まった時', text: moment(task.failedAt) }] : []),
  ...(task.attempt > 1 ? [{ term: '何度目', text: `${task.attempt}度目` }] : []),
]

export function taskPage(task: Task, files: readonly TaskFile[], isStill: boolean): TaskPage & PageBase {
  const open = isUnderWay(task)
  const here = paths.task(task.id)
  const still = isStill
    ? { label: '5秒ごとに自動で新しくする', href: here }
    : { label: '自動で新しくするのをやめる', href: `${here}?still=1` }
  return {
    title: task.title,
    crumbs: [home, { label: '作ったもの', href: paths.tasks }, { label: task.title }],
    heading: task.title,
    ...shownState(task),
    lead: open ? howFar(task) : '',
    bar: open && task.outOf > 0 ? { done: task.done, outOf: task.outOf } : null,
    failure: task.failure,
    files: files.map((f) => ({ label: f.name, href: paths.taskFile(task.id, f.fileId), size: sizeWords(f.bytes) })),
    facts: timesOf(task),
    againTo: task.failedAt ? paths.taskAgain(task.id) : null,
    still: open ? still : null,
    leave: open ? 'この画面は閉じてもかまいません。できたら、ホームの「次にやること」に出ます。' : null,
    back: task.back,
    listHref: paths.tasks,
    ...(open && !isStill && { refresh: REFRESH_SECONDS }),
  }
}

export const tasksPage = (tasks: readonly Task[]): TasksPage & PageBase => ({
  title: '作ったもの',
  crumbs: [home, { label: '作ったもの' }],
  rows: tasks.map((task) => ({
    title: task.title,
    href: paths.task(task.id),
    ...shownState(task),
    at: moment(task.finishedAt ?? task.failedAt ?? task.madeAt),
  })),
})
