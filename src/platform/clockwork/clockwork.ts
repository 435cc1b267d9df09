import { log, plainError } from '../log/log.ts'

/**
 * Calls `work` now and again `every` ms after it has ended, so that two turns never overlap; a fault is logged and the
 * next turn tries again. Returns the way to stop, which waits for the turn at hand.
 */
export function startClockwork(work: () => Promise<void>, every = 30_000): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let atWork = Promise.resolve()
  const turn = async () => {
    try {
      await work()
    } catch (error) {
      log.error({ error: plainError(error) }, 'clockwork')
    }
    if (!stopped) timer = setTimeout(begin, every).unref()
  }
  const begin = () => {
    atWork = turn()
  }
  begin()
  return () => {
    stopped = true
    clearTimeout(timer)
    return atWork
  }
}
