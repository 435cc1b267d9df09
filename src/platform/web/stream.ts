import type { Response } from 'express'
import { type LiveEvent, listen, liveMark, missedSince, streamsOf } from './live.ts'
import { Problem } from './problem.ts'
import type { Reply } from './reply.ts'

const BEAT_MS = 15_000
/** Then the browser connects anew, and is asked who it is. */
const LONGEST_MS = 20 * 60_000
const STREAMS_EACH = 6

const open = new Set<Response>()

/** A stop of the server would wait for them; browsers come back by themselves. */
export function endStreams(): void {
  for (const res of open) res.end()
}

/** Server-sent events: `{seq, what}` only. Beats tell both ends, and every proxy between them, that the line stands. */
export function sendEvents({ topics, personId, after }: Extract<Reply, { type: 'events' }>, res: Response): void {
  if (streamsOf(personId) >= STREAMS_EACH)
    throw new Problem('too_many', 'この画面を同時に開きすぎています。使っていない窓を閉じてください')
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
    Connection: 'keep-alive',
  })
  res.flushHeaders()
  const heard = new Set(topics)
  const say = ({ seq, what }: Pick<LiveEvent, 'seq' | 'what'>) =>
    void res.write(`id: ${liveMark(seq)}\ndata: ${JSON.stringify({ seq, what })}\n\n`)
  const beat = () => void res.write('event: beat\ndata: {}\n\n')
  res.write('retry: 3000\n\n')
  const missed = after ? missedSince(after, heard) : []
  if (missed === null) res.write(`id: ${liveMark()}\ndata: {"seq":0,"what":"all"}\n\n`)
  else for (const event of missed) say(event)
  // Who asks for a page and not for a stream (a person, a crawler, a test) gets what there is, and an end.
  if (!res.req.headers.accept?.includes('text/event-stream')) return void res.end()
  open.add(res)
  const stop = listen({ topics: heard, personId }, say)
  beat()
  const beats = setInterval(beat, BEAT_MS).unref()
  const end = setTimeout(() => res.end(), LONGEST_MS).unref()
  res.on('close', () => {
    stop()
    clearInterval(beats)
    clearTimeout(end)
    open.delete(res)
  })
}
