import { parentPort } from 'node:worker_threads'
import { Problem } from '../web/problem.ts'
import type { Answer, Order } from './worker.ts'

/** Runs inside the worker: loads the ordered module, calls its function, answers with plain data. */
parentPort?.on('message', async (order: Order) => {
  parentPort?.postMessage(await answerTo(order))
})

async function answerTo({ module, job, data }: Order): Promise<Answer> {
  try {
    const jobs = (await import(module)) as Record<string, (data: unknown) => unknown>
    if (typeof jobs[job] !== 'function') throw new Error(`no job ${job} in ${module}`)
    return { value: await jobs[job](data) }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, message: error.message } }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
