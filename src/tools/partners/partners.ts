import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { PaperKind } from '../papers/papers.ts'
import type { BookRoom } from '../row-books/row-books.ts'
import { bookWords, type RowBook } from '../row-forms/row-forms.ts'

export const STAGES = { untouched: '未接触', talked: '話した', cooperating: '協力' } as const
export type Stage = keyof typeof STAGES

const CONTRACTS = { none: 'なし', exists: 'あり' } as const

/** 関係者表: 市町村の内輪. The partner itself never reads what is thought about it; its own A4 says only what is meant for it. */
export const partnerBook: RowBook = {
  title: '関係者表',
  list: 'partners',
  noun: '関係者',
  nameOf: (row) => row.name || '（名前のない関係者）',
  fields: [
    {
      name: 'name',
      label: '団体・職種',
      kind: 'text',
      hint: '例：みどり医師会、訪問看護ステーション。個人の名前は書かないでください',
    },
    { name: 'now', label: 'いまの関わり', kind: 'long' },
    {
      name: 'benefit',
      label: 'その人にとっての利点・関心',
      kind: 'long',
      hint: '一枚紙に載ります。相手の仕事がどう楽になるか',
    },
    { name: 'expect', label: '期待すること', kind: 'long' },
    { name: 'worry', label: '気がかり', kind: 'long', hint: '相手が心配しそうなこと。一枚紙には載りません' },
    { name: 'ask', label: '担ってほしい役割', kind: 'long', hint: '一枚紙に「お願いしたいこと」として載ります' },
    { name: 'contract', label: '仕様書', kind: 'radio', options: CONTRACTS, hint: '委託先のときだけ選びます' },
    { name: 'contractVersion', label: '仕様書の版', kind: 'text', hint: '例：令和7年4月版' },
    { name: 'reportEvery', label: '報告の頻度', kind: 'text', hint: '例：毎月、年2回' },
    { name: 'moveNow', label: 'いま動いてほしい', kind: 'check' },
    { name: 'talker', label: '誰が話すか', kind: 'text' },
    { name: 'talkWhen', label: 'いつ話すか', kind: 'text', hint: '例：令和8年1月、次の医師会の例会' },
    { name: 'stage', label: '段階', kind: 'radio', options: STAGES },
  ],
}

export const partnersKind: PaperKind = {
  kind: 'partners',
  title: partnerBook.title,
  circleDefault: 'town',
  writers: 'paper.write',
  home: paths.partners,
  words: bookWords(partnerBook),
}

export const partnerRoom: BookRoom = {
  kind: partnersKind,
  book: partnerBook,
  base: '/regions/:regionId/partners',
  section: 'partners',
  lead: '分かるところだけで大丈夫です。相手の立場から書くと、話しはじめる糸口が見つかります。',
}

export const partnersOf = (body: Body): Row[] => rowsIn(body, 'partners')
export const stageOf = (row: Row): Stage =>
  Object.hasOwn(STAGES, row.stage ?? '') ? (row.stage as Stage) : 'untouched'
