import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { DEFAULT_WORDS, WORD_KEYS, WORD_LISTS, type WordKey, type Words } from './word-lists.ts'

export interface WordListsPage {
  rows: { label: string; use: string; count: number; href: string; isChanged: boolean }[]
}
export interface WordListPage {
  heading: string
  use: string
  form: FormState
  saveTo: string
  back: string
  isChanged: boolean
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/word-lists/list': WordListsPage
    'tools/word-lists/edit': WordListPage
  }
}

const TITLE = '問いの言葉'

export const wordListsPage = (programme: Programme, words: Words): WordListsPage & PageBase => ({
  title: `${TITLE}：${programme.name}`,
  crumbs: programmeCrumbs(programme, { label: TITLE }),
  rows: WORD_KEYS.map((key) => ({
    label: WORD_LISTS[key].label,
    use: WORD_LISTS[key].use,
    count: (words[key] ?? DEFAULT_WORDS[key]).length,
    href: paths.wordList(programme.id, key),
    isChanged: words[key] !== undefined,
  })),
})

interface Shown {
  key: WordKey
  words: Words
  form: FormState | null
}

export const wordListPage = (programme: Programme, { key, words, form }: Shown): WordListPage & PageBase => ({
  title: `${WORD_LISTS[key].label}：${TITLE}`,
  crumbs: [
    ...programmeCrumbs(programme),
    { label: TITLE, href: paths.wordLists(programme.id) },
    { label: WORD_LISTS[key].label },
  ],
  heading: WORD_LISTS[key].label,
  use: WORD_LISTS[key].use,
  form: form ?? emptyForm({ words: (words[key] ?? DEFAULT_WORDS[key]).join('\n') }),
  saveTo: paths.wordList(programme.id, key),
  back: paths.wordLists(programme.id),
  isChanged: words[key] !== undefined,
})
