import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { storeBytes } from '../../platform/files/files.ts'
import { keepFile } from '../../platform/files/store.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import type { Upload } from '../../platform/web/call.ts'
import { tell } from '../../platform/web/live.ts'
import { Problem } from '../../platform/web/problem.ts'
import { correspondentsOf } from '../../programme/consents/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Joint, jointTopic } from '../joint-report/joint-report.ts'
import { HAND_IN_KINDS, type Listed, type PaperHandIn, seriesOf } from './joint-materials.ts'
import { askLetter } from './mail.ts'
import { addHandIn, markWithdrawn, type NewHandIn } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    joint_handed_in: { titles: string[]; label: string; isAgain: boolean }
    joint_taken_back: { title: string; label: string }
    joint_asked: { label: string; letters: number }
  }
}

const quoted = (titles: readonly string[]) => titles.map((title) => `「${title}」`).join('')

export const jointMaterialHappenings = {
  joint_handed_in: (h) =>
    `${h.actorName}さんが${h.details.label}の資料${quoted(h.details.titles)}を${h.details.isAgain ? '差しかえました' : '出しました'}`,
  joint_taken_back: (h) => `${h.actorName}さんが${h.details.label}の資料「${h.details.title}」を取り下げました`,
  joint_asked: (h) => `${h.details.label}の資料をお願いする手紙を${h.details.letters}通出しました`,
} satisfies Sentences<'joint_handed_in' | 'joint_taken_back' | 'joint_asked'>

type At = { joint: Joint; region: Region }

/** Who hands in, and for whom where the secretariat does it. */
function handedBy({ actor }: Ctx, { joint, region }: At) {
  const isOffice = may(actor, 'region.edit', region)
  const by = { personId: actor.personId, byName: actor.name, onBehalfOf: isOffice ? region.name : null }
  return { ...by, programmeId: joint.programme.id, regionId: region.id }
}

type Given = Pick<NewHandIn, 'kind' | 'title' | 'note' | 'seriesId' | 'body'>

async function handIn(ctx: Ctx, at: At, given: readonly (Given & { upload?: Upload })[]): Promise<void> {
  const { joint, region } = at
  for (const { upload } of given) if (upload) await storeBytes(upload.bytes)
  await change(ctx, async (db, log, after) => {
    const by = handedBy(ctx, at)
    let isAgain = false
    for (const { upload, ...one } of given) {
      const about = { regionId: region.id, programmeId: region.programmeId, about: `${joint.label}の資料` }
      const file = upload && { ...about, name: upload.name, mime: upload.type, bytes: upload.bytes }
      const owner = { personId: by.personId, onBehalfOf: by.onBehalfOf }
      const fileId = file ? await keepFile(db, { ...file, ...owner, circle: 'region' }, ctx.now) : null
      const version = await addHandIn(db, { ...by, ...one, fileId }, ctx.now)
      isAgain ||= version > 1
    }
    const details = { titles: given.map(({ title }) => title), label: joint.label, isAgain }
    await log({ kind: 'joint_handed_in', regionId: region.id, onBehalfOf: by.onBehalfOf, details })
    after(() => tell(jointTopic(joint.programme.id), 'materials'))
  })
}

/** Files as they were made; the first of them replaces an earlier one where its series is named. */
export const handInFiles = (
  ctx: Ctx,
  at: At,
  { files, note, replaces }: { files: readonly Upload[]; note: string; replaces: string | null },
) =>
  handIn(
    ctx,
    at,
    files.map((upload, i) => {
      return { kind: 'file', title: upload.name, note, seriesId: i === 0 ? replaces : null, body: null, upload }
    }),
  )

/** A paper of the region as it stands at this moment. */
export const handInPaper = (ctx: Ctx, at: At, { kind, body }: { kind: PaperHandIn; body: unknown }) =>
  handIn(ctx, at, [{ kind, title: HAND_IN_KINDS[kind], note: '', seriesId: seriesOf(at.region.id, kind), body }])

export const takeBack = (ctx: Ctx, { joint, region }: At, handIn: Listed): Promise<void> =>
  change(ctx, async (db, log) => {
    const done = await markWithdrawn(db, handIn.id, ctx.actor.name, ctx.now)
    if (Number(done.numUpdatedRows) === 0) throw new Problem('conflict', 'この資料は、すでに取り下げられています')
    await log({ kind: 'joint_taken_back', regionId: region.id, details: { title: handIn.title, label: joint.label } })
  })

interface Asking {
  regions: readonly Region[]
  dueOn: string | null
  origin: string
}

/** One press: a letter to everybody of every town that has not handed in. Says who could not be written to. */
export const askForMaterials = (ctx: Ctx, joint: Joint, { regions, dueOn, origin }: Asking) =>
  change(ctx, async (db, log) => {
    const unknown: string[] = []
    let letters = 0
    for (const region of regions) {
      const people = await correspondentsOf(db, [...region.applicantIds, ...region.cooperatingIds], today(ctx.now))
      const about = { programme: joint.programme, region, label: joint.label, heldOn: joint.heldOn, dueOn }
      const link = `${origin}${paths.regionJoint(region.id)}`
      for (const to of people) await postLater(db, askLetter({ ...about, link }, to), ctx.now)
      letters += people.length
      const details = { label: joint.label, letters: people.length }
      if (people.length > 0) await log({ kind: 'joint_asked', regionId: region.id, details })
      else unknown.push(region.name)
    }
    return { letters, unknown }
  })
