import type { Ctx } from '../../platform/ctx.ts'

/** A long job: who asked for it, how far it is, and (only when everything is there) its files. */
export interface Task {
  id: string
  kind: string
  title: string
  programmeId: string | null
  regionId: string | null
  personId: string | null
  personName: string
  data: unknown
  /** Grows with every 「もう一度作る」: what an earlier run brings late is not taken. */
  attempt: number
  madeAt: string
  startedAt: string | null
  finishedAt: string | null
  failedAt: string | null
  failure: string | null
  done: number
  outOf: number
  /** What is being done, in words. */
  doing: string
  openedAt: string | null
  /** The page it was asked for on. */
  back: { label: string; href: string } | null
}

export const TASK_STATES = {
  waiting: '順番を待っています',
  running: '作っています',
  finished: 'できました',
  failed: 'できませんでした',
} as const
export type TaskState = keyof typeof TASK_STATES

export function taskStateOf(task: Pick<Task, 'startedAt' | 'finishedAt' | 'failedAt'>): TaskState {
  if (task.finishedAt) return 'finished'
  if (task.failedAt) return 'failed'
  return task.startedAt ? 'running' : 'waiting'
}

export const isUnderWay = (task: Task): boolean => ['waiting', 'running'].includes(taskStateOf(task))

/** A file that came out of a task. */
export interface TaskFile {
  fileId: string
  name: string
  bytes: number
}

export interface MadeFile {
  name: string
  mime: string
  bytes: Buffer
}

/** What a runner works with: the database, and the person who asked with the roles held now. */
export interface TaskTools extends Ctx {
  /** Says how far it is, and lets page requests have their turn. */
  progress(done: number, outOf: number, doing: string): Promise<void>
}

/** Makes the files of one kind of task. What throws a Problem is told to the person in its words. */
export interface TaskRunner {
  kind: string
  run(task: Task, tools: TaskTools): Promise<MadeFile[]>
}

export const STOPPED = 'とちゅうで止まりました。作りかけのものは残していません。「もう一度作る」を押してください'
