import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { type Answered, isUnseen, isUntold, OPINION_STATES, stateOf } from '../wg-opinions/wg-opinions.ts'
import { type Around, type Asked, inTopics, type OpinionRow, rowOf } from './opinion-tables.ts'
import { TITLE } from './paper.ts'

interface Option {
  value: string
  label: string
}

interface ListRow extends OpinionRow {
  href: string
  by: string
  state: string
  isNew: boolean
}

export interface OpinionsPage {
  rows: ListRow[]
  note: string
  emptyText: string
  filter: { to: string; form: FormState; meetings: Option[]; regions: Option[]; states: Option[]; asksMine: boolean }
  sayHref: string | null
  sayLabel: string
  paperHref: string
  letters: { to: string; words: string } | null
}

export interface OpinionPaperPage {
  heading: string
  subtitle: string
  rows: OpinionRow[]
  openWords: string | null
  docxHref: string
  pdfHref: string
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/opinion-tables/index': OpinionsPage
    'support/opinion-tables/paper': OpinionPaperPage
  }
}

export interface TableView {
  actor: Actor
  programme: Programme
  all: readonly Answered[]
  shown: readonly Answered[]
  asked: Asked
  around: Around
}

const SHAPES = { open: 'none', doing: 'arrange', done: 'done', declined: 'no' } as const

const queryOf = ({ meeting, region, status, mine }: Asked): string => {
  const query = new URLSearchParams(
    Object.entries({ meeting, region, status, mine: mine ? '1' : '' }).filter(([, value]) => value !== ''),
  )
  return query.size > 0 ? `?${query}` : ''
}

const options = (names: ReadonlyMap<string, string>, used: ReadonlySet<string | null>): Option[] =>
  [...names].filter(([value]) => used.has(value)).map(([value, label]) => ({ value, label }))

function filterOf({ actor, programme, all, asked, around }: TableView): OpinionsPage['filter'] {
  const { meeting, region, status, mine } = asked
  const regions = options(around.regions, new Set(all.map((one) => one.regionId)))
  return {
    to: paths.wgOpinions(programme.id),
    form: emptyForm({ meeting, region, status, mine: mine ? '1' : '' }),
    meetings: options(around.meetings, new Set(all.map((one) => one.meetingId))),
    regions: [{ value: 'general', label: '全体への意見' }, ...regions],
    states: Object.entries(OPINION_STATES).map(([value, label]) => ({ value, label })),
    asksMine: all.some((one) => one.authorId === actor.personId),
  }
}

const byWords = (one: Answered): string => (one.isHeard ? `${one.authorName}・会議で聞いた` : one.authorName)

function lettersOf({ actor, programme, all }: TableView): OpinionsPage['letters'] {
  const untold = programme.isSample || !may(actor, 'opinion.answer', programme) ? [] : all.filter(isUntold)
  if (untold.length === 0) return null
  const people = new Set(untold.map((one) => one.authorId)).size
  const words = `まだ手紙で知らせていない対応が${untold.length}件あります（${people}人）`
  return { to: paths.wgOpinionLetters(programme.id), words }
}

export function opinionsPage(view: TableView): OpinionsPage & PageBase {
  const { actor, programme, all, shown, asked, around } = view
  const open = all.filter((one) => stateOf(one) === 'open').length
  const says = !programme.isSample && may(actor, 'opinion.say', programme)
  return {
    title: 'WGの意見と対応',
    crumbs: programmeCrumbs(programme, { label: 'WGの意見と対応' }),
    rows: inTopics(shown).map((one) => ({
      ...rowOf(one, around),
      opinion: one.text,
      href: paths.wgOpinion(programme.id, one.id),
      by: byWords(one),
      state: SHAPES[stateOf(one)],
      isNew: one.authorId !== null && one.authorId === actor.personId && isUnseen(one),
    })),
    note: `${shown.length}件${shown.length < all.length ? `（全部で${all.length}件）` : ''}・未対応${open}件`,
    emptyText:
      all.length === 0 ? 'まだ意見はありません。' : '選んだ条件に合う意見はありません。条件をゆるめてください。',
    filter: filterOf(view),
    sayHref: says ? paths.wgOpinionNew(programme.id) : null,
    sayLabel: may(actor, 'opinion.answer', programme) ? '聞いた意見を書きとめる' : '意見を書く',
    paperHref: paths.wgOpinionPaper(programme.id) + queryOf(asked),
    letters: lettersOf(view),
  }
}

/** Which of them the paper holds, in words. */
export const askedWords = ({ meeting, region, status }: Asked, around: Around): string =>
  [
    around.meetings.get(meeting),
    region === 'general' ? '全体への意見' : around.regions.get(region),
    status in OPINION_STATES && OPINION_STATES[status as keyof typeof OPINION_STATES],
  ]
    .filter(Boolean)
    .join('・')

export function opinionPaperPage(view: TableView): OpinionPaperPage & PageBase {
  const { programme, shown, asked, around } = view
  const open = shown.filter((one) => stateOf(one) === 'open').length
  const query = queryOf(asked)
  return {
    title: TITLE,
    crumbs: programmeCrumbs(
      programme,
      { label: 'WGの意見と対応', href: paths.wgOpinions(programme.id) },
      { label: TITLE },
    ),
    heading: `${programme.name}　${TITLE}`,
    subtitle: [askedWords(asked, around), `${shown.length}件`].filter(Boolean).join('　'),
    rows: inTopics(shown).map((one) => rowOf(one, around)),
    openWords: open > 0 ? `まだ対応を書いていない意見が${open}件あります。` : null,
    docxHref: paths.wgOpinionPaperFile(programme.id, 'docx') + query,
    pdfHref: paths.wgOpinionPaperFile(programme.id, 'pdf') + query,
    backHref: paths.wgOpinions(programme.id) + query,
  }
}
