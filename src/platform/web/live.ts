/** One thing that happened on a page people have open: never the words themselves, only where to look again. */
export interface LiveEvent {
  seq: number
  topic: string
  what: string
}

type Hear = (event: LiveEvent) => void

const KEPT = 500
/** Numbers begin anew with the process; a listener from before asks for everything again. */
const EPOCH = Date.now().toString(36)

let seq = 0
const kept: LiveEvent[] = []
const listeners = new Set<{ topics: ReadonlySet<string>; personId: string; hear: Hear }>()

/** Where the stream stands now; a page carries it, so that nothing between its drawing and its listening is lost. */
export const liveMark = (at = seq): string => `${EPOCH}.${at}`

/** Call it after the commit. */
export function tell(topic: string, what: string): void {
  seq += 1
  const event = { seq, topic, what }
  kept.push(event)
  if (kept.length > KEPT) kept.shift()
  for (const one of listeners) if (one.topics.has(topic)) one.hear(event)
}

/** What a listener missed since its mark; null: too long ago to say, everything is to be asked for again. */
export function missedSince(mark: string, topics: ReadonlySet<string>): LiveEvent[] | null {
  const [epoch, at] = mark.split('.')
  const from = Number(at)
  if (epoch !== EPOCH || !Number.isInteger(from) || from > seq) return null
  const oldest = kept[0]?.seq ?? seq + 1
  if (from + 1 < oldest && from < seq) return null
  return kept.filter((event) => event.seq > from && topics.has(event.topic))
}

export function listen(who: { topics: ReadonlySet<string>; personId: string }, hear: Hear): () => void {
  const one = { ...who, hear }
  listeners.add(one)
  return () => void listeners.delete(one)
}

/** How many streams one person holds open. */
export const streamsOf = (personId: string): number => [...listeners].filter((one) => one.personId === personId).length

/** How many different people listen to a topic. */
export const peopleAt = (topic: string): number =>
  new Set([...listeners].filter((one) => one.topics.has(topic)).map((one) => one.personId)).size
