import { today } from '../../platform/time.ts'
import type { Advice } from '../../support/advice/advice.ts'
import { type Agreed, isDone } from '../../support/promises/promises.ts'
import { cut, doneOn, type Link, more } from '../desk/desk.ts'

/** A sheet that was saved since the last meeting: its places in its own words. */
export interface MovedSheet {
  title: string
  places: readonly string[]
  href: string
}

const PLACES = 3

const sheetNews = ({ title, places, href }: MovedSheet): Link => {
  const rest = places.length > PLACES ? ` ほか${places.length - PLACES}か所` : ''
  return {
    text: `${title}：${places
      .slice(0, PLACES)
      .map((p) => cut(p, 16))
      .join('、')}${rest}`,
    href,
  }
}

export interface News {
  sheets: readonly MovedSheet[]
  promises: readonly Agreed[]
  advice: readonly Advice[]
}

const SHEETS = 4

/** What changed since the last meeting, each line leading to its place. */
export function newsOf(
  news: News,
  at: { since: string; promisesHref: string; adviceHref: string; sheetsHref: string },
): Link[] {
  const sheets = news.sheets.slice(0, SHEETS).map(sheetNews)
  const rest = more(news.sheets.length, SHEETS, at.sheetsHref)
  const done = news.promises.filter((p) => isDone(p) && doneOn(p) >= at.since).length
  const fresh = news.promises.filter((p) => !isDone(p) && today(p.createdAt) > at.since).length
  const words = [done > 0 && `${done}件が済み`, fresh > 0 && `${fresh}件が新しく決まり`].filter(Boolean).join('、')
  const answered = news.advice.filter((a) => a.answeredAt && today(a.answeredAt) >= at.since).length
  return [
    ...sheets,
    ...(rest ? [rest] : []),
    ...(words ? [{ text: `約束：${words}ました`, href: at.promisesHref }] : []),
    ...(answered > 0 ? [{ text: `助言：${answered}件に返事がありました`, href: at.adviceHref }] : []),
  ]
}
