import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { partsOf } from '../documents/body.ts'
import type { Clash } from '../documents/documents.ts'
import { rowsIn } from '../templates/templates.ts'
import type { ClashView } from './clashes.ts'
import { answerNames, carriedSheet, isAnswered, PICKS } from './forms.ts'

export interface TwoTexts {
  path: string
  names: ReturnType<typeof answerNames>
  label: string
  theirs: string
  mine: string
  options: { value: string; label: string }[]
  /** What stands in the box for an own wording; null where there is only one or the other. */
  own: string | null
}

export interface ClashPage {
  heading: string
  lead: string
  theirsBy: string
  places: TwoTexts[]
  carried: { name: string; value: string }[]
  saveTo: string
  backTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'papers/clashes/show': ClashPage
  }
}

const GONE = '（消してある）'

/** Both texts of every place that two people changed; nothing is stored until it comes back answered. */
export function clashPage(view: ClashView): ClashPage {
  const places = view.clashes.map((clash, at) => twoTexts(view, clash, at))
  const missing = isAnswered(view.posted) ? places.filter((p) => !view.given.has(p.path)) : []
  const errors = Object.fromEntries(missing.map((p) => [p.names.pick, `「${p.label}」をどちらにするか選んでください`]))
  const picked = places.flatMap((p): [string, string][] => {
    const answer = view.given.get(p.path)
    return answer ? [[p.names.pick, answer.pick]] : []
  })
  const once = ['base', 'tab', 'from', 'spare', 'then'].flatMap((name) => {
    const value = [view.posted[name] ?? []].flat().at(-1)
    return value === undefined ? [] : [{ name, value }]
  })
  return {
    heading: '同じところに、ほかの人も書いていました',
    lead: `${places.length}か所が食い違っています。両方を見て、残すほうを選んでください。選んで保存するまで、何も変わりません。`,
    theirsBy: view.theirsBy,
    places,
    carried: [
      { name: 'against', value: String(view.against) },
      ...(view.carried ?? [...once, ...carriedSheet(view.posted)]),
    ],
    saveTo: view.saveTo,
    backTo: view.backTo,
    form: { ...emptyForm(Object.fromEntries(picked)), errors },
  }
}

function twoTexts(view: ClashView, clash: Clash, at: number): TwoTexts {
  const { words, body, given } = view
  const shown = (value: unknown) =>
    clash.path.startsWith('order:') ? orderWords(view, clash.path, value) : words.shown(clash.path, value, body)
  const { theirs, mine } = { theirs: shown(clash.theirs), mine: shown(clash.mine) }
  const answer = given.get(clash.path)
  const together = answer?.pick === 'own' ? String(answer.own) : [theirs, mine].filter(Boolean).join('\n')
  const own = words.isPicked(clash.path) ? null : together
  const picks = Object.entries(PICKS).filter(([pick]) => pick !== 'own' || own !== null)
  return {
    path: clash.path,
    names: answerNames(at),
    label: words.place(clash.path, body),
    theirs: theirs || GONE,
    mine: mine || GONE,
    options: picks.map(([value, label]) => ({ value, label })),
    own,
  }
}

/** 「知らせ → 会議 → 様式」: the rows in their order, by their words. */
function orderWords({ words, body }: ClashView, path: string, value: unknown): string {
  const [key = ''] = partsOf(path)
  const rows = rowsIn(body, key)
  const ids = Array.isArray(value) ? (value as string[]) : []
  return ids
    .map(
      (id) =>
        words.shown(
          `${key}/${id}`,
          rows.find((row) => row.id === id),
          body,
        ) || '消した行',
    )
    .join(' → ')
}
