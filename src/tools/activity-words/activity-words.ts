import type { Row } from '../../papers/templates/templates.ts'
import { cell, saysNothing } from '../checks/checks.ts'
import { anyOf, endingWord, lastClause, trimmed } from '../sentences/sentences.ts'
import { partsIn } from '../who-words/who-words.ts'

/** Names too wide to be somebody who acts. */
const NOBODY = /^(?:行政|市|町|村|県|市町村|都道府県|自治体|専門職|多職種|関係者|関係機関|住民|事業|地域|その他|全員)$/u

const says = (row: Row, column: string) => !saysNothing(cell(row, column))

/** What an activity still owes to be read as a set of steps: 「誰が」「誰に」「何を」. */
export function missingParts(box: Row): string[] {
  const text = cell(box, 'text')
  const { who, whom, what } = partsIn(text)
  const subject = cell(box, 'subject')
  const named = says(box, 'who') || says(box, 'owner') || (subject !== '' && !NOBODY.test(subject))
  return [
    ...(who || named ? [] : ['誰が']),
    ...(whom || says(box, 'whom') ? [] : ['誰に']),
    ...(what || says(box, 'what') ? [] : ['何を']),
  ]
}

export const vagueEnding = (text: string, words: readonly string[]): string | null => endingWord(text, words)

const ONE_WAY_TYPES = ['training', 'lecture', 'publicity', 'meeting']

const HOLDS =
  '(?:開催|開[くきい]|実施|行[うい]|企画|配布|配付|配[るりっ]|作成|作[るりっ]|制作|掲載|載せ|発行|発信|参加|出席|出[るた]|受講|受け|設[けく]|設置|置[くき]|立ち上げ|定例化|継続|続け|周知|啓発|紹介|活用|運営|重ね|通じ|更新|貼|充実|強化|推進|拡充|検討|進め|図|伝え|説明|知らせ|教え|話[しす])'
const ALWAYS =
  /(?:学び合う|学び合い|学び合います|学ぶ|学びます|協議する|協議します|意見を交わす|意見交換する|情報交換する|周知する|周知します|啓発する|広報する|話し合う|話し合います|知ってもらう|呼びかける)$|(?:広報|ホームページ|SNS|新聞|機関紙)[^、。]{0,24}(?:載せ|掲載|紹介|発信|知らせ)[ぁ-ん]{0,4}$/u

/** The clause that says what is done; 「チラシを作り、全戸に配る」 names its thing only in the first. */
function doneIn(text: string): string {
  const last = lastClause(text)
  if (last.includes('を')) return last
  const before = trimmed(text).slice(0, -last.length).replace(/、$/u, '')
  const thing = /([^、。]+を)[^、。を]{1,8}$/u.exec(before)?.[1]
  return thing ? `${thing}${last}` : last
}

/** 研修・講演・広報・会議: by its type, or by its words where nobody chose one. */
export function isOneWay(box: Row, words: readonly string[]): boolean {
  const type = cell(box, 'type')
  if (type !== '') return ONE_WAY_TYPES.includes(type)
  const last = doneIn(cell(box, 'text'))
  if (ALWAYS.test(last)) return true
  const list = anyOf(words)
  const named = `(?:${list})(?:会|等|など|資料|紙|誌|物|活動|動画|会議)?`
  return new RegExp(
    `${named}(?:の[^、。]{0,8})?(?:[をにへでと]|$|の?${HOLDS})(?:[^、。]{0,12}${HOLDS}[ぁ-ん]{0,6}|(?<=を)(?:する|します|した))?$`,
    'u',
  ).test(trimmed(last))
}
