import type { FormState } from './forms.ts'

/** Props of every view by name; each noun's pages.ts merges its own in. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Views {}
export type ViewName = keyof Views & string

export interface Crumb {
  label: string
  href?: string
}

export interface PageBase {
  title: string
  crumbs?: Crumb[]
  form?: FormState
  /** 'plain' is the quiet frame without navigation: sign-in, public pages. 'bare' has none: meeting mode, the projector. */
  frame?: 'full' | 'plain' | 'bare'
  /** Seconds after which the browser asks again by itself; only while something is being made. */
  refresh?: number
}

export interface SetCookie {
  name: string
  value: string
  /** Seconds; 0 removes it; absent lives as long as the browser. */
  maxAge?: number
}

export type Reply = { cookies?: SetCookie[] } & (
  | { type: 'page'; view: string; props: PageBase & Record<string, unknown>; status: number }
  | { type: 'part'; view: string; props: Record<string, unknown>; status: number }
  | { type: 'text'; text: string; status: number }
  | { type: 'redirect'; to: string; notice?: string }
  | { type: 'file'; name: string; mime: string; bytes: Buffer; inline: boolean }
  | { type: 'events'; topics: readonly string[]; personId: string; after: string }
)

export const page = <V extends ViewName>(view: V, props: Views[V] & PageBase, status = 200): Reply => ({
  type: 'page',
  view,
  props: props as unknown as PageBase & Record<string, unknown>,
  status,
})

/** A piece of a page, for a script that asked for it. */
export const part = <V extends ViewName>(view: V, props: Views[V], status = 200): Reply => ({
  type: 'part',
  view,
  props: props as unknown as Record<string, unknown>,
  status,
})

/** One plain sentence (autosave's answer). */
export const say = (text: string, status = 200): Reply => ({ type: 'text', text, status })

/** 303 to `to`; `notice` is the one sentence shown there. */
export const redirect = (to: string, notice?: string): Reply => ({ type: 'redirect', to, ...(notice && { notice }) })

/** A stream of what happens at these topics; `after` is the mark the listener heard last. */
export const events = (given: { topics: readonly string[]; personId: string; after: string }): Reply => ({
  type: 'events',
  ...given,
})

export const file = (given: { name: string; type: string; bytes: Buffer; inline?: boolean }): Reply => ({
  type: 'file',
  name: given.name,
  mime: given.type,
  bytes: given.bytes,
  inline: given.inline ?? false,
})
