import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, monthDay, today, wareki } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { usualOwner } from '../../support/practices/practices.ts'
import { inWords } from '../happenings/happenings.ts'
import { type MatrixTable, noteOf, PER_PAGE, tableOf, tabsOf } from '../matrix/pages.ts'
import { isAlive } from '../situations/situations.ts'
import { countWords, type ShownTodo, shownTodo, type Todo } from '../todo/todo.ts'
import { byDay, type Soon, soonest, todosOf } from './home.ts'
import type { HomeFacts } from './store.ts'

interface Link {
  label: string
  href: string
}
interface HomeMatrix {
  id: string
  heading: string
  note: string
  tabs: { label: string; href: string; current: boolean; count: number }[]
  table: MatrixTable
  more: Link
  moreWords: string | null
}

export interface HomePage {
  today: string
  todos: ShownTodo[]
  todoNote: string
  allTodos: Link | null
  emptyText: string
  beginning: Link | null
  soon: Soon[]
  calendarHref: string
  matrices: HomeMatrix[]
  newsNote: string
  days: { label: string; rows: { at: string; text: string; href?: string; note?: string }[] }[]
  links: Link[]
  welcome: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/home/show': HomePage
  }
}

const SHOWN_TODOS = 20
const WATCHERS = ['wg_member', 'observer']
/** Where a new secretariat begins. */
const beginningFor = (actor: Actor, programmes: readonly Programme[]): Link | null =>
  may(actor, 'programme.create') && programmes.every((p) => p.isSample)
    ? { label: '年度事業をつくる', href: paths.newProgramme }
    : null

const emptyFor = (actor: Actor): string =>
  actor.memberships.every((m) => WATCHERS.includes(m.role))
    ? 'いまお願いしていることはありません。地域のようすは、いつでもご覧になれます。'
    : 'いま、することはありません。新しいことが起きると、ここに並びます。'

const WELCOME =
  'まだどの地域や年度事業にも登録されていません。応募するときは募集ページから始められます。招待を待っている方は、事務局にお知らせください。'

function matrixOf(programme: Programme, facts: HomeFacts, now: Date): HomeMatrix[] {
  const own = facts.situations.filter((s) => s.programme.id === programme.id && s.region.isSelected)
  const [first] = own
  if (!first) return []
  const rest = own.length - PER_PAGE
  return [
    {
      id: `h-mx-${programme.id}`,
      heading: '地域と回',
      note: `${programme.name}。${noteOf(programme, own.length)}`,
      tabs: tabsOf(programme, own, 'all', now),
      table: tableOf(first.steps, own.slice(0, PER_PAGE), now),
      more: { label: '月曜日の一覧', href: paths.monday(programme.id) },
      moreWords: rest > 0 ? `ほかの${rest}地域も見る` : null,
    },
  ]
}

/** What was done without having been agreed: from here it is one form away, for those who do it. */
const practiceLinks = (actor: Actor, facts: HomeFacts): Link[] =>
  facts.situations
    .filter((s) => isAlive(s) && usualOwner(actor, s.region) !== null && may(actor, 'practice.record', s.region))
    .slice(0, 3)
    .map(({ region }) => ({ label: `${region.name}でしたことを書く`, href: paths.practiceNew(region.id) }))

/** Ways on for those whose home has no matrix. */
const linksFor = (actor: Actor, facts: HomeFacts): Link[] => {
  const years = new Map(facts.situations.map((s) => [s.programme.id, s.programme]))
  const days = [...years.values()].filter((p) => may(actor, 'matrix.names', p) && !may(actor, 'matrix.view', p))
  return [
    ...(may(actor, 'region.list') ? [{ label: '地域の一覧', href: paths.regions }] : []),
    ...(may(actor, 'observation.list') ? [{ label: '県の観察メモ', href: paths.prefectureNotes }] : []),
    ...days.map((p) => ({ label: 'ほかの地域の名前と日にち', href: paths.programmeDays(p.id) })),
  ]
}

const newsDays = (facts: HomeFacts): HomePage['days'] =>
  byDay(facts.news.map((n) => ({ ...n, at: n.happening.at }))).map(({ day, rows }) => ({
    label: monthDay(day),
    rows: rows.map(({ happening, region }) => ({
      at: clock(happening.at),
      text: inWords(happening),
      ...(region && { href: paths.regionHistory(region.id), note: region.name }),
    })),
  }))

const sinceWords = (before: string | null, now: Date): string => {
  if (!before) return 'この2週間'
  return dayOf(before) === today(now) ? 'きょう' : `${monthDay(dayOf(before))}${clock(before)}から`
}

const todoLink = (todos: readonly Todo[], shown: number): Link | null =>
  todos.length > shown ? { label: `のこり${todos.length - shown}件も見る`, href: `${paths.home}?todos=all` } : null

export interface HomeView {
  actor: Actor
  facts: HomeFacts
  programmes: readonly Programme[]
  showAll: boolean
  now: Date
}

export function homePage({ actor, facts, programmes, showAll, now }: HomeView): HomePage & PageBase {
  const todos = todosOf(actor, facts, now)
  const shown = showAll ? todos : todos.slice(0, SHOWN_TODOS)
  return {
    title: 'ホーム',
    today: wareki(today(now)),
    todos: shown.map((todo) => shownTodo(todo, now)),
    todoNote: todos.length > 0 ? countWords(todos, now) : '',
    allTodos: todoLink(todos, shown.length),
    emptyText: emptyFor(actor),
    beginning: beginningFor(actor, programmes),
    soon: soonest(facts.situations, facts.yearMeetings, now),
    calendarHref: paths.calendar,
    matrices: programmes
      .filter((p) => !p.isSample && may(actor, 'matrix.view', p))
      .flatMap((p) => matrixOf(p, facts, now)),
    newsNote: sinceWords(facts.since, now),
    days: newsDays(facts),
    links: [...practiceLinks(actor, facts), ...linksFor(actor, facts)],
    welcome: actor.memberships.length === 0 ? WELCOME : null,
  }
}
