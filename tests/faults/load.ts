import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import type { Chance } from './chance.ts'
import type { House } from './house.ts'

/** What somebody wrote, and whether they were told that it is kept. */
export interface Write {
  mark: string
  deed: DeedName
  once: string
  slot: number
  isAcknowledged: boolean
}

interface Deed {
  who: 'mika' | 'ken' | 'aoi' | 'nagi'
  path: string
  /** Where the mark must be found again: `select count(*) …` with `%mark%`. */
  found: string
  fields(mark: string, at: { base: string; slot: number }): Record<string, string>
  acknowledged: number
}

const MIDORI = '/regions/region-midori'
const SHEET = '/regions/region-suzukaze/entry'
const MEETING = `${MIDORI}/meetings/3/live/lines`
const TABS = 3

/** Every kind of change somebody may lose: typed, saved, noted, advised, agreed, asked. */
export const DEEDS = {
  autosave: {
    who: 'nagi',
    path: `${SHEET}/draft`,
    found: 'select count(*) as n from drafts where fields_json like ?',
    fields: (mark, { slot }) => ({ tab: `tab-${slot}`, base: '0', 'f.reason': mark }),
    acknowledged: 200,
  },
  save: {
    who: 'mika',
    path: SHEET,
    found: `select count(*) as n from revisions where changes_json like '%"after":"' || substr(?, 2)`,
    fields: (mark, { base }) => ({ base, 'f.theme': mark }),
    acknowledged: 303,
  },
  line: {
    who: 'mika',
    path: MEETING,
    found: 'select count(*) as n from meeting_lines where text like ?',
    fields: (mark) => ({ kind: 'situation', text: mark, circle: 'region' }),
    acknowledged: 303,
  },
  advice: {
    who: 'ken',
    path: `${MIDORI}/advice`,
    found: 'select count(*) as n from advice where text like ?',
    fields: (mark) => ({ text: mark, circle: 'region' }),
    acknowledged: 303,
  },
  promise: {
    who: 'aoi',
    path: `${MIDORI}/promises`,
    found: 'select count(*) as n from promises where text like ?',
    fields: (mark) => ({ text: mark, ownerRole: 'municipality', circle: 'region' }),
    acknowledged: 303,
  },
  /** Its letters go to the advisor and the secretariat, in the same transaction. */
  question: {
    who: 'aoi',
    path: `${MIDORI}/consultations`,
    found: 'select count(*) as n from consultations where question like ?',
    fields: (mark) => ({ question: mark, circle: 'region' }),
    acknowledged: 303,
  },
} satisfies Record<string, Deed>
export type DeedName = keyof typeof DEEDS
const NAMES = Object.keys(DEEDS) as DeedName[]

const headersOf = (house: House, who: string) => ({
  cookie: `${SIGN_IN_COOKIE}=${house.cookies[who]}`,
  origin: house.base,
  connection: 'close',
})

export async function read(house: House, who: string, path: string): Promise<string> {
  const answer = await fetch(house.base + path, { headers: headersOf(house, who) })
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  return answer.text()
}

/** The revision a save begins from, as the page says. */
const baseOf = async (house: House): Promise<string> =>
  /name="base" value="(\d+)"/.exec(await read(house, 'mika', SHEET))?.[1] ?? '0'

export async function send(house: House, write: Write): Promise<number> {
  const deed: Deed = DEEDS[write.deed]
  const base = write.deed === 'save' ? await baseOf(house) : '0'
  const body = new URLSearchParams({ ...deed.fields(write.mark, { base, slot: write.slot }), once: write.once })
  const headers = headersOf(house, deed.who)
  const answer = await fetch(house.base + deed.path, { method: 'POST', body, headers, redirect: 'manual' })
  const text = await answer.text()
  if (answer.status === deed.acknowledged) write.isAcknowledged = true
  else if (answer.status !== 409) throw new Refused(`${write.deed} answers ${answer.status}: ${wordsOf(text)}`)
  return answer.status
}

/** The house said no: the load is wrong, not the house gone. */
export class Refused extends Error {}
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 400)

export interface Load {
  writes: Write[]
  /** Ends by itself when the house is gone. */
  ended: Promise<void>
  /** Comes true once so many changes are kept. */
  acknowledged(count: number): Promise<void>
}

/** A few people at once, each writing one thing after the other until nobody answers. */
export function begin(house: House, chance: Chance, name: string, hands = 3): Load {
  const writes: Write[] = []
  let kept = 0
  const awaited: { count: number; come(): void }[] = []
  const keep = async (hand: number) => {
    // A sheet is saved by one person at a time, else two texts would meet; that is another test.
    const names = hand === 0 ? NAMES : NAMES.filter((n) => n !== 'save')
    for (let i = 0; i < 400; i++) {
      const mark = `${name}-${hand}-${i}。`
      const once = `${name}${hand}x${i}`.replace(/[^0-9a-z]/g, '').padStart(16, '0')
      const write: Write = { mark, deed: chance.of(names), once, slot: hand % TABS, isAcknowledged: false }
      writes.push(write)
      try {
        await send(house, write)
        kept += 1
        for (const one of awaited) if (kept >= one.count) one.come()
      } catch (error) {
        if (error instanceof Refused) throw error
        return
      }
    }
  }
  const ended = Promise.all(Array.from({ length: hands }, (_, hand) => keep(hand))).then(() => undefined)
  ended.catch(() => undefined)
  const acknowledged = (count: number) => new Promise<void>((come) => awaited.push({ count, come }))
  return { writes, ended, acknowledged }
}
