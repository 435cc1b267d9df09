/** What no file format carries: control characters but for tab and line feed, halves of a surrogate pair, non-characters. */
export const plainText = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

/** The same in every text of some plain data. */
export function plainData<T>(data: T): T {
  if (typeof data === 'string') return plainText(data) as T
  if (Array.isArray(data)) return data.map(plainData) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plainData(value)])) as T
}
