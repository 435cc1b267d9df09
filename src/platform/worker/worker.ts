import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Problem, type ProblemCode } from '../web/problem.ts'

export interface Order {
  module: string
  job: string
  data: unknown
}

export interface Answer {
  value?: unknown
  problem?: { code: ProblemCode; message: string }
  failure?: string
}

interface Limits {
  timeoutMs?: number
  /** What a person reads when the job took too long or too much memory. */
  tooHard?: string
}

const MEMORY_MB = 512
const TOO_HARD = '処理に時間がかかりすぎたため、中止しました。内容を小さく分けて、もう一度お試しください'

/** 'jobs' beside this module, as .ts from the sources and .js from dist (tsc does not rewrite such names). */
export const beside = (here: string, name: string): string => new URL(`./${name}${extname(here)}`, here).href

let resting: Worker | null = null
let queue: Promise<unknown> = Promise.resolve()

/** Runs one exported function of a module in a worker with limits; jobs wait for each other, a good worker is kept for the next. */
export function inWorker<T>(module: string, job: string, data: unknown, limits: Limits = {}): Promise<T> {
  const turn = queue.then(() => oneJob({ module, job, data }, limits))
  queue = turn.catch(() => undefined)
  return turn as Promise<T>
}

async function oneJob(order: Order, limits: Limits): Promise<unknown> {
  const worker = resting ?? hire()
  resting = null
  const answer = await answerOf(worker, order, limits)
  if (answer.problem) throw new Problem(answer.problem.code, answer.problem.message)
  if (answer.failure !== undefined) throw new Error(`worker ${order.job}: ${answer.failure}`)
  return answer.value
}

/** From the sources (tests) the worker needs tsx like everybody else; Node 20 does not hand loaders on to workers. */
const FROM_SOURCES = (entry: string) =>
  `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(entry)}) })`

function hire(): Worker {
  const entry = beside(import.meta.url, 'jobs')
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB }
  const worker = entry.endsWith('.ts')
    ? new Worker(FROM_SOURCES(entry), { eval: true, execArgv: [], resourceLimits })
    : new Worker(new URL(entry), { resourceLimits })
  const forget = () => {
    if (resting === worker) resting = null
  }
  return worker.on('error', forget).on('exit', forget)
}

function answerOf(worker: Worker, order: Order, { timeoutMs = 20_000, tooHard = TOO_HARD }: Limits): Promise<Answer> {
  const giveUp: Answer = { problem: { code: 'invalid', message: tooHard } }
  return new Promise((done) => {
    const end = (answer: Answer, good: boolean) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      if (good) rest(worker)
      else void worker.terminate()
      done(answer)
    }
    const onMessage = (answer: Answer) => end(answer, true)
    const onError = (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp : { failure: error.stack ?? error.message }, false)
    const onExit = () => end({ failure: 'the worker ended without an answer' }, false)
    const timer = setTimeout(() => end(giveUp, false), timeoutMs)
    worker.ref()
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(order)
  })
}

/** An idle worker keeps the process alive no longer than its work. */
function rest(worker: Worker): void {
  worker.unref()
  resting = worker
}
