import { timingSafeEqual } from 'node:crypto'
import type { Sentences } from '../history/history.ts'
import { hashOf, newToken } from '../sign-in/sign-in.ts'

let token: string | undefined

/** The key to the first set-up: made at start, printed there, kept in memory only. */
export function setupToken(): string {
  token ??= newToken()
  return token
}

export const isSetupToken = (given: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(setupToken())))

declare module '../history/history.ts' {
  interface Happenings {
    house_opened: { name: string; organisation: string }
  }
}

export const setupHappenings = {
  house_opened: (h) => `${h.details.name}さんが${h.details.organisation}として、この伴走ノートを始めました`,
} satisfies Sentences<'house_opened'>
