import { belongs, cooperates } from '../../access/actor.ts'
import { openDocument, saveDocument } from '../../papers/documents/actions.ts'
import type { Document, Head, Saved, ToSave } from '../../papers/documents/documents.ts'
import { bodyAt, documentOf } from '../../papers/documents/store.ts'
import { keepDraft, type ToKeep } from '../../papers/drafts/actions.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { threeLinesTemplate } from '../../papers/templates/three-lines.ts'
import { paths } from '../../paths/paths.ts'
import { personOf } from '../../people/accounts/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { applicantsOf } from '../../programme/entries/entries.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { teamOf } from '../../programme/teams/store.ts'
import { inForceOn } from '../../programme/teams/teams.ts'
import { sentLetter, type To } from './mail.ts'
import { hasLine, meantSlot, type Round, reportDocumentKind, reportOwner, saidLines } from './reports.ts'
import { addSending } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    report_saved: { label: string }
    report_sent: { label: string; again: boolean }
  }
}

export const reportHappenings = {
  report_saved: (h) => `${h.actorName}さんが${h.details.label}の前のひとことを書きました（まだ送っていません）`,
  report_sent: (h) =>
    `${h.actorName}さんが${h.details.label}の前のひとこと${h.details.again ? 'に付け加えました' : 'を送りました'}`,
} satisfies Sentences<'report_saved' | 'report_sent'>

export interface Here {
  region: Region
  programme: Programme
  round: Round
}

export interface Sheet {
  document: Document | undefined
  head: Head
}

export async function sheetOf(db: Db, { region, round }: Here): Promise<Sheet> {
  const document = await documentOf(db, reportOwner(region.id, round.step.key))
  return { document, head: document ? await bodyAt(db, document.id) : { number: 0, body: {} } }
}

const opened = (ctx: Ctx, { region, round }: Here): Promise<Document> => {
  const owner = reportOwner(region.id, round.step.key)
  const given = { ...owner, template: threeLinesTemplate, circle: reportDocumentKind.circleDefault }
  return openDocument(ctx.db, given, ctx.now)
}

/** 「みどり町」 where the secretariat enters the town's words, else null. */
export const onBehalfOf = (ctx: Pick<Ctx, 'actor'>, region: Region): string | null =>
  belongs(ctx.actor, region) || cooperates(ctx.actor, region) ? null : applicantsOf(region)

export async function keepLines(ctx: Ctx, here: Here, given: Omit<ToKeep, 'documentId'>): Promise<boolean> {
  const { id } = await opened(ctx, here)
  return keepDraft(ctx, { ...given, documentId: id })
}

export const NOTHING = 'どれか一つだけ、ひとことで大丈夫です。書いてから送ってください'

export interface ToSend {
  saidOn: string
  origin: string
  again: boolean
}

/** Saves for the whole town; with `send` the words as they then stand go to advisors and secretariat. */
export const saveLines = (ctx: Ctx, here: Here, given: ToSave, send: ToSend | null): Promise<Saved> =>
  change(ctx, async (db, log) => {
    const document = await opened({ ...ctx, db }, here)
    const behalf = onBehalfOf(ctx, here.region)
    const saved = await saveDocument({ ...ctx, db }, document.id, { ...given, onBehalfOf: behalf })
    if (saved.kind === 'clash' || (!send && saved.changes.length === 0)) return saved
    const label = meantSlot(here.round).label
    const about = { regionId: here.region.id, onBehalfOf: behalf }
    if (!send) await log({ kind: 'report_saved', ...about, circle: 'town', details: { label } })
    else {
      const { body } = await bodyAt(db, document.id)
      if (!hasLine(body)) throw new Problem('invalid', NOTHING)
      await sending({ ...ctx, db }, here, { documentId: document.id, revisionNumber: saved.number, body, send })
      await log({ kind: 'report_sent', ...about, circle: 'region', details: { label, again: send.again } })
    }
    return saved
  })

type Going = { documentId: string; revisionNumber: number; body: Body; send: ToSend }

async function sending(ctx: Ctx, here: Here, { body, send, ...rest }: Going): Promise<void> {
  const { region, round } = here
  const { personId, name } = ctx.actor
  const at = { regionId: region.id, stepKey: round.step.key, ...rest, body, saidOn: send.saidOn }
  const by = { personId, personName: name, onBehalfOf: onBehalfOf(ctx, region), isAddition: send.again }
  await addSending(ctx.db, { ...at, ...by }, ctx.now)
  const lines = saidLines(body).filter((line) => !send.again || line.key === 'added')
  const link = `${send.origin}${paths.desk(region.id, meantSlot(round).number)}`
  const about = { ...here, lines, by: by.onBehalfOf ? `${name}が${by.onBehalfOf}に代わって` : name, link }
  for (const to of await readersOf(ctx, region)) {
    await postLater(ctx.db, sentLetter({ ...about, again: send.again }, to), ctx.now)
  }
}

/** Advisors and secretariat of today, but for the one who sends. */
async function readersOf({ db, actor, now }: Ctx, region: Region): Promise<To[]> {
  const team = (await teamOf(db, region)).filter((m) => inForceOn(m, today(now)))
  const ids = team
    .filter((m) => (m.role === 'advisor' || m.role === 'secretariat') && m.personId !== actor.personId)
    .map((m) => m.personId)
  const people = await Promise.all([...new Set(ids)].map((id) => personOf(db, id)))
  return people.flatMap((p) => (p ? [{ personId: p.id, name: p.name, email: p.email }] : []))
}
