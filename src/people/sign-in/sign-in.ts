import { createHash, randomBytes } from 'node:crypto'

export const SIGN_IN_COOKIE = 'banso'
/** Signed in for 12 hours of silence at most. */
export const SIGN_IN_HOURS = 12

export const newToken = (): string => randomBytes(32).toString('base64url')
/** Tokens are stored hashed: who reads the database cannot sign in with it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
