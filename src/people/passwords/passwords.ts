import { hash, verify } from '@node-rs/argon2'

const SHORTEST = 12
const LONGEST = 256

/** OWASP's argon2id settings; the library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The same word typed on another keyboard is the same password. */
const composed = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(composed(password), COST)

/** Takes as long without a stored hash, so that the time tells nobody which addresses exist. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const right = await verify(stored ?? (await nobodysHash()), composed(password).slice(0, 4 * LONGEST))
  return right && stored !== null
}

let made: Promise<string> | undefined
const nobodysHash = (): Promise<string> => {
  made ??= hashPassword('nobody’s password, only for the time it takes')
  return made
}

const COMMON = [
  'password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', 'zxcvbn', '1qaz2wsx', 'qazwsx',
  'letmein', 'welcome', 'administrator', 'admin', 'login', 'iloveyou', 'sunshine', 'princess', 'dragon', 'monkey', 'football', 'baseball',
  'abcdefgh', 'abcd', 'abc', '1234567890', '0123456789', '123456789', '12345678', '123456', '12345', '1234', '123', '987654321', '9876',
  'sakura', 'nippon', 'japan', 'tokyo', 'パスワード', 'ぱすわーど', 'ひみつ', 'あいうえお', 'かきくけこ', 'いろはにほへと', '伴走ノート', 'ばんそうのーと', 'banso-note', 'banso',
] // biome-ignore format: a word list

/** What others know of a person, and so would try first. */
export interface KnownOf {
  name: string
  kana?: string
  email: string
}

/** Why this password is refused, kindly; null when it will do. Length counts for more than signs and capitals. */
export function passwordFault(password: string, person: KnownOf): string | null {
  const word = composed(password)
  const letters = [...word]
  if (letters.length < SHORTEST) {
    return `${SHORTEST}文字以上にしてください。言葉をいくつかつなげると、長くても覚えやすくなります`
  }
  if (letters.length > LONGEST) return `${LONGEST}文字以内にしてください`
  if (new Set(letters).size < 5) return '同じ文字が多く、推測されやすいものです。別の言葉をつなげてください'
  const lower = word.toLowerCase()
  if ([...without(lower, ownWords(person))].length < 6) {
    return 'お名前やメールアドレスがほとんどです。ほかの言葉を足してください'
  }
  if ([...without(lower, [...COMMON, ...ownWords(person)]).replace(/(19|20)\d\d/g, '')].length < 5) {
    return 'よく使われる並びで、推測されやすいものです。関係のない言葉をいくつかつなげてください'
  }
  return null
}

const ownWords = (person: KnownOf): string[] =>
  [
    person.name,
    person.name.replace(/\s/g, ''),
    ...person.name.split(/\s+/),
    ...(person.kana ?? '').split(/\s+/),
    ...person.email.split(/[@.]/),
  ]
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => [...word].length >= 2 && !['co', 'jp', 'lg', 'or', 'go', 'ne', 'com'].includes(word))

const without = (text: string, words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), text)
