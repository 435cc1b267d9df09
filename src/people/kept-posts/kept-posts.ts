import type { Body } from '../../platform/web/forms.ts'

export const KEPT_COOKIE = 'kept'
export const KEPT_HOURS = 24
/** Characters kept for somebody we have never seen; whoever was signed in here before may keep a whole form. */
export const STRANGERS_LIMIT = 200_000

/** What somebody sent when the sign-in had ended. */
export interface KeptPost {
  personId: string | null
  path: string
  fields: Body
  createdAt: string
}

/** Passwords are typed again rather than kept. */
export const fieldsToKeep = (body: Body): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !/password/i.test(name)))

export const sizeOf = (fields: Body): number => JSON.stringify(fields).length

/** One hidden field each, in the order of the form. */
export const pairsOf = (fields: Body): { name: string; value: string }[] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })))

/** What a person would know again: their own words, without keys and numbers of rows. */
export const wordsOf = (fields: Body): string[] =>
  pairsOf(fields).flatMap(({ name, value }) =>
    name === 'once' || value.trim() === '' || /^[\x21-\x7E]{1,64}$/.test(value) ? [] : [value.trim()],
  )
