import { paths } from '../../paths/paths.ts'
import type { PaperKind } from '../papers/papers.ts'
import type { BookRoom } from '../row-books/row-books.ts'
import { bookWords, type RowBook } from '../row-forms/row-forms.ts'

export const FORUM_KINDS = {
  representatives: '代表者の場',
  practitioners: '実務者の場',
  preparation: '準備会議',
  working_group: '作業部会',
} as const
export const MEMBER_STATES = { candidate: '候補', decided: '決定' } as const

/** 協議の場の計画: what for first, then with whom, then how often. */
export const forumBook: RowBook = {
  title: '協議の場の計画',
  list: 'forums',
  noun: '協議の場',
  nameOf: (row) => row.theme || (FORUM_KINDS[row.kind as keyof typeof FORUM_KINDS] ?? '協議の場'),
  fields: [
    { name: 'kind', label: '種類', kind: 'radio', options: FORUM_KINDS },
    { name: 'purpose', label: '目的', kind: 'long', hint: 'この場があると、だれの何が変わりますか' },
    { name: 'function', label: '機能', kind: 'long', hint: '決める、分け合う、やってみる、確かめる など' },
    { name: 'theme', label: 'テーマ', kind: 'text', hint: '最初の一回で話すこと' },
    { name: 'members', label: '構成', kind: 'long', hint: '団体・職種で。個人の名前は書かないでください' },
    { name: 'membersState', label: '構成の状態', kind: 'radio', options: MEMBER_STATES },
    { name: 'times', label: '回数', kind: 'text', hint: '例：年2回、毎月' },
    { name: 'when', label: 'いつから', kind: 'text', hint: '例：令和8年4月、令和8年度前半。未定でも大丈夫です' },
    { name: 'stage', label: '段階', kind: 'text', hint: '例：準備中、呼びかけた、始めた' },
    { name: 'decided', label: '決めたこと', kind: 'long' },
  ],
}

export const forumKind: PaperKind = {
  kind: 'forum',
  title: forumBook.title,
  circleDefault: 'town',
  writers: 'paper.write',
  home: paths.forum,
  words: bookWords(forumBook),
}

export const forumRoom: BookRoom = {
  kind: forumKind,
  book: forumBook,
  base: '/regions/:regionId/forum',
  section: 'forum',
  lead: '「何のために」から書くと、だれを呼ぶかが決まりやすくなります。',
}
