import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { isUnconfirmed } from '../../support/advice/advice.ts'
import { isAlive, type Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

/** 「この書き方でよいですか」: an advisor's words that somebody else noted down. */
export function adviceTodos(s: Situation, actor: Actor): Todo[] {
  const open = isAlive(s) ? s.advice.filter((a) => isUnconfirmed(a) && a.advisorId === actor.personId) : []
  const [first, ...rest] = open
  if (!first) return []
  const href =
    rest.length > 0 ? `${paths.advice(s.region.id)}?show=unconfirmed` : paths.adviceWording(s.region.id, first.id)
  const about = { subject: s.region.name, regionId: s.region.id, whoseTurn: null, dueOn: null, href }
  const what = `で書きとめられたあなたの助言が${open.length}件あります`
  return [{ ...about, what, detail: 'この書き方でよいかを、ひと押しで確かめられます', act: '書き方を確かめる' }]
}
