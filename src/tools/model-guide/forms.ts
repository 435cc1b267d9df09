import { SCENES } from '../../papers/templates/templates.ts'
import { LONGEST } from '../box-edits/box-edits.ts'
import { wordIn, wordsIn } from '../box-edits/forms.ts'
import type { BoxInput } from '../logic-models/body.ts'
import type { Kind } from '../logic-models/logic-models.ts'
import type { Step } from './model-guide.ts'

type Posted = Record<string, string | string[]>

export interface NewBox {
  kind: Kind
  given: BoxInput
  /** 「町の窓口の職員が、記録票を見て、毎月の末」: how one sees that it has come true. */
  watch: string
  to: string[]
  from: string[]
}

export const sceneIn = (given: Record<string, unknown>): string =>
  SCENES.find(({ key }) => key === given.scene)?.key ?? ''

export function newBoxIn(posted: Posted, step: Step): { box: NewBox; faults: Record<string, string> } {
  const kind = step.kinds.find((one) => one === posted.kind) ?? step.kinds.at(-1) ?? 'activity'
  const typed = Object.fromEntries(step.fields.map(({ name }) => [name, wordIn(posted, name)]))
  const { watchWho = '', watchWhat = '', watchWhen = '', kind: _, ...words } = typed
  const faults: Record<string, string> = {}
  if (!words.text) faults.text = '箱の文を書いてください'
  for (const { name, label } of step.fields)
    if ([...(typed[name] ?? '')].length > LONGEST)
      faults[name] = `${label}は${LONGEST.toLocaleString('ja-JP')}字以内にしてください。文はここに残っています`
  const scene = kind === 'activity' || kind === 'output' ? '' : sceneIn(posted)
  const watch = [watchWho, watchWhat, watchWhen].filter(Boolean).join('・')
  const given = { ...words, ...(scene && { scene }) }
  return { box: { kind, given, watch, to: wordsIn(posted, 'to'), from: wordsIn(posted, 'from') }, faults }
}
