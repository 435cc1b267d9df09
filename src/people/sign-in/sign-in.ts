import { createHash, randomBytes } from 'node:crypto'

export const SIGN_IN_COOKIE = 'banso'
/** Signed in for 12 hours of silence at most. */
export const SIGN_IN_HOURS = 12
/** The cookie outlives the sign-in, so that a form sent too late is known as its writer's. */
export const COOKIE_SECONDS = 7 * 86_400

export const newToken = (): string => randomBytes(32).toString('base64url')
/** Tokens are stored hashed: who reads the database cannot sign in with it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** 「Windows の Edge」: enough for a person to know the device again. */
export function deviceWords(userAgent: string): string {
  const system = [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X|Macintosh/, 'Mac'],
    [/CrOS/, 'Chromebook'],
    [/Linux/, 'Linux'],
  ] as const
  const browser = [
    [/Edg/, 'Edge'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ] as const
  const name = (list: readonly (readonly [RegExp, string])[]) => list.find(([sign]) => sign.test(userAgent))?.[1]
  const words = [name(system), name(browser)].filter(Boolean)
  return words.length > 0 ? words.join(' の ') : 'そのほかの端末'
}
