import { z } from 'zod'

z.config(z.locales.ja())

export type Body = Record<string, string | string[]>

export interface FormState {
  values: Body
  /** Message by field name, in the order of the form. */
  errors: Record<string, string>
}

export const emptyForm = (values: Body = {}): FormState => ({ values, errors: {} })

export const withError = (form: FormState, name: string, message: string): FormState => ({
  ...form,
  errors: { ...form.errors, [name]: message },
})

export type Read<T> = { ok: true; data: T; form: FormState } | { ok: false; form: FormState }

/** Reads a form kindly: what was typed always comes back, with one message per field. */
export function readForm<S extends z.ZodType>(schema: S, body: Body): Read<z.output<S>> {
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, data: result.data, form: emptyForm(body) }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const name = issue.path.join('.')
    errors[name] ??= issue.message
  }
  return { ok: false, form: { values: body, errors } }
}

/** One text field; a repeated name (a hostile or broken form) counts as its last value. */
export const text = (max = 4000) =>
  z.preprocess(
    (value) => cleaned(Array.isArray(value) ? value.at(-1) : value),
    z.string().max(max, `${max.toLocaleString('ja-JP')}字以内にしてください`),
  )

export const needed = (message: string, max = 4000) => text(max).refine((value) => value !== '', message)

/** A group of checkboxes. */
export const several = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item))

export const oneOf = <K extends string>(labels: Record<K, string>, message: string) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value.at(-1) : value),
    z.enum(Object.keys(labels) as [K, ...K[]], message),
  )

/** Line ends as one kind, no control characters (NUL breaks databases and XML), no space around. */
function cleaned(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
    .trim()
}
