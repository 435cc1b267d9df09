import pino from 'pino'

/** One line of JSON an event, on standard output; secrets never enter it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['password', '*.password', 'cookie', '*.cookie', 'token', '*.token'],
})

/** What may be said of an error in a log: body-parser's errors carry the whole form. */
export const plainError = (error: unknown) =>
  error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { message: String(error) }

/** Paths without the tokens of scoped and sign-in links. */
export const safePath = (url: string): string =>
  url.replace(/\/(l\/[^/?]+|enter|invitation|setup|reset)\/[^/?]+/g, '/$1/…').replace(/\?.*$/, '')
