import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import type { Saved } from '../../papers/documents/documents.ts'
import { bodyAt } from '../../papers/documents/store.ts'
import { type Row, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { isAt, shownRemarks } from '../comments/comments.ts'
import { remarksOf } from '../comments/store.ts'
import { asksOn } from '../paper-questions/store.ts'
import { savePaper } from '../papers/actions.ts'
import { answersIn, baseIn } from '../papers/forms.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperClash } from '../papers/routes.ts'
import { paperAt } from '../papers/store.ts'
import { atPath } from '../questions/questions.ts'
import { changedRow, faultsIn, formOf, movedRow, rowFrom, withoutRow, withRow } from '../row-forms/row-forms.ts'
import { bookRowPage } from './pages.ts'
import type { BookRoom } from './row-books.ts'
import { bookList } from './workbook.ts'

type Here = Call & Seen['region']
interface Stand {
  room: BookRoom
  call: Here
  at: PaperAt
}

/** Every row is saved by itself: two people on different rows, or on different fields of one, never clash. */
export function rowBookRoutes(room: BookRoom): RouteTable<'region'> {
  const at = async (call: Here): Promise<Stand> => {
    const paper = await paperAt(call, room.kind)
    if (paper.closed) throw new Problem('forbidden', paper.closed)
    return { room, call, at: paper }
  }
  const may = 'paper.write' as const
  const taken = async (call: Here): Promise<NamedList> => {
    const { body } = (await paperAt(call, room.kind)).head
    return { name: `${call.region.name}_${room.book.title}`, ...bookList(room.book, body) }
  }
  return {
    ...tableDoors<'region'>(room.base, 'region.view', taken),
    [`GET ${room.base}/new`]: { may, run: async (call: Here) => show(await at(call), null) },
    [`POST ${room.base}`]: { may, run: async (call: Here) => add(await at(call)) },
    [`GET ${room.base}/:rowId`]: { may, run: async (call: Here) => edit(await at(call)) },
    [`POST ${room.base}/:rowId`]: { may, run: async (call: Here) => save(await at(call)) },
    [`POST ${room.base}/:rowId/removal`]: { may, run: async (call: Here) => remove(await at(call)) },
    [`POST ${room.base}/:rowId/place`]: { may, run: async (call: Here) => place(await at(call)) },
  } as RouteTable<'region'>
}

const rowNamed = ({ room, call, at }: Stand): Row | undefined =>
  rowsIn(at.head.body, room.book.list).find((row) => row.id === call.params.rowId)

/** Taken out by somebody else in the meantime: the save will ask which shall hold. */
async function rowBefore({ room, call, at }: Stand, base: number | undefined): Promise<Row | undefined> {
  if (!at.document || base === undefined) return undefined
  const { body } = await bodyAt(call.ctx.db, at.document.id, base)
  return rowsIn(body, room.book.list).find((row) => row.id === call.params.rowId)
}

async function show(stand: Stand, row: Row | null, form?: FormState): Promise<Reply> {
  const { room, call, at } = stand
  const { region, ctx } = call
  const { book, kind } = room
  const path = `${book.list}/${row?.id}`
  const remarks = row ? (await remarksOf(call, at)).filter((remark) => isAt(remark, path)) : []
  const questions = row ? await asksOn(call, at, (found) => atPath(found, path)) : []
  const mayEnd = may(ctx.actor, 'paper.comment', region)
  const props = bookRowPage(room, {
    at,
    row,
    regionId: region.id,
    around: regionFrame(ctx.actor, region, room.section),
    form: form ?? formOf(row ? { ...row } : {}),
    base: baseIn(call.body) ?? at.head.number,
    questions,
    remarks: shownRemarks(remarks, { regionId: region.id, ref: at.ref, mayEnd }),
  })
  const crumbs = regionCrumbs(region, [kind.title, kind.home(region.id)], props.heading)
  return page('tools/row-books/edit', { ...props, crumbs }, form ? 422 : 200)
}

async function edit(stand: Stand): Promise<Reply> {
  const row = rowNamed(stand)
  if (!row) throw notFound()
  return show(stand, row)
}

async function add(stand: Stand): Promise<Reply> {
  const { room, call } = stand
  const given = rowFrom(room.book, call.body)
  const faults = faultsIn(room.book, given)
  if (Object.keys(faults).length > 0) return show(stand, null, formOf(given, faults))
  await savePaper(call.ctx, call.region, room.kind, { edit: (body) => withRow(room.book, body, given).body })
  return redirect(room.kind.home(call.region.id), `${room.book.noun}を足しました`)
}

async function save(stand: Stand): Promise<Reply> {
  const { room, call, at } = stand
  const { book, kind } = room
  const id = call.params.rowId ?? ''
  const given = rowFrom(book, call.body)
  const faults = faultsIn(book, given)
  const base = baseIn(call.body)
  const row = rowNamed(stand) ?? (await rowBefore(stand, base))
  if (!row) throw notFound()
  if (Object.keys(faults).length > 0) return show(stand, row, formOf(given, faults))
  const saved = await savePaper(call.ctx, call.region, kind, {
    ...(base !== undefined && { base }),
    ...answersIn(call.body),
    edit: changedRow(book, id, given),
  })
  const home = kind.home(call.region.id)
  if (saved.kind === 'clash') return paperClash(call, at, { saved, saveTo: paths.bookRow(home, id), backTo: home })
  return redirect(home, noticeOf(saved, `${book.noun}「${book.nameOf(row)}」を保存しました`))
}

const noticeOf = (saved: Extract<Saved, { kind: 'saved' }>, words: string): string =>
  saved.merged.length > 0 ? `${words}。ほかの人の書きこみと合わせました` : words

async function remove(stand: Stand): Promise<Reply> {
  const { room, call } = stand
  const row = rowNamed(stand)
  if (!row) throw notFound()
  await savePaper(call.ctx, call.region, room.kind, { edit: withoutRow(room.book, row.id) })
  return redirect(room.kind.home(call.region.id), `「${room.book.nameOf(row)}」を消しました。変更の記録から戻せます`)
}

async function place(stand: Stand): Promise<Reply> {
  const { room, call } = stand
  if (!rowNamed(stand)) throw notFound()
  const by = call.body.by === 'up' ? 'up' : 'down'
  await savePaper(call.ctx, call.region, room.kind, { edit: movedRow(room.book, call.params.rowId ?? '', by) })
  return redirect(room.kind.home(call.region.id), by === 'up' ? '一つ上に動かしました' : '一つ下に動かしました')
}
