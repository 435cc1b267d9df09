import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford: no i, l, o, u, so that a number read aloud survives

let lastMs = 0
let counter = 0

const base32 = (value: number, length: number): string => {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text
  return text
}

/** 16 characters in order of time: 9 of milliseconds, 2 of a counter within the millisecond, 5 at random. */
export function newId(now = Date.now()): string {
  counter = now === lastMs ? (counter + 1) % 1024 : 0
  lastMs = now
  const random = [...randomBytes(5)].map((b) => ALPHABET[b % 32]).join('')
  return base32(now, 9) + base32(counter, 2) + random
}
