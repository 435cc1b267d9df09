import { paths } from '../../paths/paths.ts'
import { type Body, emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../programmes/programmes.ts'
import { LETTER_TEXTS, type LetterKey, letterOf, PLACEHOLDERS, textOf } from './letter-texts.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/letter-texts/list': { rows: { label: string; when: string; href: string; changed: boolean }[] }
    'programme/letter-texts/edit': LetterTextPage
  }
}

export const letterTextsPage = (programme: Programme) => ({
  title: `手紙の文：${programme.name}`,
  crumbs: programmeCrumbs(programme, { label: '手紙の文' }),
  rows: (Object.keys(LETTER_TEXTS) as LetterKey[]).map((key) => ({
    label: LETTER_TEXTS[key].label,
    when: LETTER_TEXTS[key].when,
    href: paths.letterText(programme.id, key),
    changed: key in programme.texts,
  })),
})

export interface LetterTextPage {
  heading: string
  when: string
  words: string[]
  form: FormState
  saveTo: string
  back: string
  changed: boolean
  preview: { subject: string; body: string }
}

const one = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? '')

export function letterTextPage(
  programme: Programme,
  key: LetterKey,
  form: FormState | null,
): LetterTextPage & PageBase {
  const shown = form ?? emptyForm(textOf(programme, key) as unknown as Body)
  const texts = { [key]: one(shown.values.body), [`${key}.subject`]: one(shown.values.subject) }
  return {
    title: `${LETTER_TEXTS[key].label}：手紙の文`,
    crumbs: [
      ...programmeCrumbs(programme),
      { label: '手紙の文', href: paths.letterTexts(programme.id) },
      { label: LETTER_TEXTS[key].label },
    ],
    heading: LETTER_TEXTS[key].label,
    when: LETTER_TEXTS[key].when,
    words: Object.keys(PLACEHOLDERS).map((word) => `{${word}}`),
    form: shown,
    saveTo: paths.letterText(programme.id, key),
    back: paths.letterTexts(programme.id),
    changed: key in programme.texts,
    preview: letterOf({ ...programme, texts }, key, { ...PLACEHOLDERS, 事業名: programme.name }),
  }
}
