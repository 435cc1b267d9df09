import { plainText } from '../../platform/plain-text/plain-text.ts'

/** What prints on no paper goes: control characters, signs that turn the writing round; lines end in one way. */
export const tidy = (text: string): string =>
  plainText(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\t \u00a0]+/g, ' ')
    .replace(/ *\n\s*/g, '\n')
    .trim()
