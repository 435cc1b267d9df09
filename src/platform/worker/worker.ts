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
  memoryMb?: number
  /** What a person reads when the job took too long or too much memory. */
  tooHard?: string
}

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
  const worker = resting ?? hire(limits.memoryMb ?? 512)
  resting = null
  const answer = await answerOf(worker, order, limits)
  if (answer.problem) throw new Problem(answer.problem.code, answer.problem.message)
  if (answer.failure !== undefined) throw new Error(`worker ${order.job}: ${answer.failure}`)
  return answer.value
}

const hire = (memoryMb: number) =>
  new Worker(new URL(beside(import.meta.url, 'jobs')), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })

function answerOf(worker: Worker, order: Order, { timeoutMs = 20_000, tooHard = TOO_HARD }: Limits): Promise<Answer> {
  const giveUp: Answer = { problem: { code: 'invalid', message: tooHard } }
  return new Promise((done) => {
    const end = (answer: Answer, dismiss: boolean) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      if (dismiss) worker.on('error', () => undefined).terminate()
      else rest(worker)
      done(answer)
    }
    const timer = setTimeout(() => end(giveUp, true), timeoutMs)
    worker.ref()
    worker.once('message', (answer: Answer) => end(answer, false))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp : { failure: error.stack ?? error.message }, true),
    )
    worker.once('exit', () => end({ failure: 'the worker ended without an answer' }, true))
    worker.postMessage(order)
  })
}

/** An idle worker must keep neither the process alive nor a surprise for later. */
function rest(worker: Worker): void {
  worker.unref()
  worker.once('error', () => forget(worker))
  worker.once('exit', () => forget(worker))
  resting = worker
}

function forget(worker: Worker): void {
  if (resting === worker) resting = null
}
