import { isRecord, valueAt } from '../../papers/documents/body.ts'
import type { Head } from '../../papers/documents/documents.ts'
import { documentOf } from '../../papers/documents/store.ts'
import { type Body, rowsIn } from '../../papers/templates/templates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { keep } from '../../platform/db/transaction.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { CarryNote } from '../carry-notes/carry-notes.ts'
import { savePaper } from '../papers/actions.ts'
import { ownerOf, type PaperAt } from '../papers/papers.ts'
import type { Offer } from './store.ts'
import { carriesInto, lookedAt, originOf, putCarry } from './store.ts'

export interface Taken {
  at: PaperAt
  offers: readonly Offer[]
  /** What else follows for the rows that came in: said of the whole body, in the same revision. */
  finish?: (body: Body, placed: readonly Placed[]) => Body
}

export interface Placed {
  offer: Offer
  path: string
}

/** Copies what was chosen, in one revision, and keeps the links. What was copied meanwhile is not copied again. */
export const takeOffers = (ctx: Ctx, region: Region, { at, offers, finish = (body) => body }: Taken) =>
  keep(ctx, async (db) => {
    const within = { ...ctx, db }
    const there = await documentOf(db, ownerOf(at.kind, region.id, at.part))
    const taken = new Set((there ? await carriesInto(db, there.id) : []).map(originOf))
    const fresh = offers.filter((offer) => !taken.has(offer.key))
    if (fresh.length === 0) return 0
    const placed: Placed[] = []
    const edit = (body: Body): Body => {
      placed.length = 0
      const after = fresh.reduce((next, one) => {
        const { body: put, path } = putIn(next, one)
        placed.push({ offer: one, path })
        return put
      }, body)
      return finish(after, placed)
    }
    const from = [...new Set(fresh.map((o) => o.source.title))].join('、')
    const saved = await savePaper(within, region, at.kind, { part: at.part, edit, note: `${from}から写した` })
    const document = await documentOf(db, ownerOf(at.kind, region.id, at.part))
    if (saved.kind === 'clash' || !document) throw notFound()
    for (const { offer, path } of placed) {
      const { source, item } = offer
      await putCarry(db, {
        ...{ id: newId(), regionId: region.id, toDocumentId: document.id, toPath: path },
        ...{ fromDocumentId: source.document.id, fromPath: item.path, fromText: item.text, copiedText: item.text },
        ...{ fromNumber: source.head.number, personName: ctx.actor.name, takenAt: ctx.now.toISOString() },
      })
    }
    return placed.length
  })

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s。、]/gu, '')

/** A row keeps its id on its way where it can: the same issue is the same row from the entry to the closing. */
function putIn(body: Body, { rule, item, isList }: Offer): { body: Body; path: string } {
  if (!isList) return { body: { ...body, [rule.toPath]: joined(body[rule.toPath], item.text) }, path: rule.toPath }
  const rows = rowsIn(body, rule.toPath)
  const key = item.row && !('text' in item.row) && item.path.endsWith('/name') ? 'name' : 'text'
  // Somebody wrote the same words: they stay as they are, and it is kept where they come from.
  const same = rows.find((row) => row[key] && plain(row[key]) === plain(item.text))
  if (same) return { body, path: `${rule.toPath}/${same.id}/${key}` }
  const own = item.path.split('/')[1]
  const id = own && !rows.some((row) => row.id === own) ? own : newId()
  const row = { id, text: item.text, ...item.row }
  if (key === 'name') Reflect.deleteProperty(row, 'text')
  return { body: { ...body, [rule.toPath]: [...rows, row] }, path: `${rule.toPath}/${id}/${key}` }
}

/** Several texts into one field stand below each other. */
const joined = (there: unknown, text: string): string =>
  typeof there === 'string' && there ? `${there}\n${text}` : text

/** 「新しい文にする」: the copy takes the source's present words; 「このままにする」 only remembers that they were seen. */
export const answerCarry = (
  ctx: Ctx,
  region: Region,
  { at, note, update, source }: { at: PaperAt; note: CarryNote; update: boolean; source: Head },
) =>
  keep(ctx, async (db) => {
    const { carry } = note
    if (update) {
      const edit = (body: Body): Body => replaced(body, carry.toPath, { was: carry.copiedText, now: note.now })
      const saved = await savePaper({ ...ctx, db }, region, at.kind, { part: at.part, edit, note: '元の文に合わせた' })
      if (saved.kind === 'clash') throw notFound()
    }
    const fromText = String(valueAt(source.body, carry.fromPath) ?? '')
    const copiedText = update ? note.now : carry.copiedText
    await lookedAt(db, carry.id, { fromText, copiedText, fromNumber: source.number })
  })

/** Only the carried words change; what was written around them stays. */
function replaced(body: Body, path: string, { was, now }: { was: string; now: string }): Body {
  const next = structuredClone(body)
  const [key = '', rowId, column] = path.split('/')
  const holder: unknown = rowId === undefined ? next : rowsIn(next, key).find((row) => row.id === rowId)
  const name = rowId === undefined ? key : (column ?? 'text')
  if (!isRecord(holder)) return body
  const there = String(holder[name] ?? '')
  holder[name] = was !== '' && there.includes(was) ? there.replace(was, () => now) : now
  return next
}
