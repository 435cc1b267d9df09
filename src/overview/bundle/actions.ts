import { runs } from '../../access/actor.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import { addOrganisation } from '../../people/organisations/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { dayOf, eraFiscalYear, warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { addProgramme, programmeSeen, stepsOf } from '../../programme/programmes/store.ts'
import { stepTemplateOf } from '../../programme/step-templates/step-templates.ts'
import { addSteps } from '../../programme/steps/store.ts'
import type { CaseBundle } from '../case-format/body.ts'
import { fullCodeOf } from '../case-format/checks.ts'
import { bodiesFrom } from '../case-papers/case-papers.ts'
import { landPapers } from '../case-papers/store.ts'
import { rowsOf } from '../case-records/bundle.ts'
import { bundleOfRegion, writeCase } from '../case-records/store.ts'
import { differences } from './diff.ts'
import {
  deedsSince,
  firstSecretariat,
  idsByCode,
  importedBundleOf,
  nextRegionNumber,
  regionOfBundle,
  rememberBundle,
  sampleProgrammeOf,
} from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    bundle_imported: { bundleId: string; name: string; again: boolean }
  }
}

export const bundleHappenings = {
  bundle_imported: (h) =>
    `${h.actorName}さんが「${h.details.name}」の記録一式を${h.details.again ? '取り込みなおしました' : '取り込みました'}`,
} satisfies Sentences<'bundle_imported'>

export interface Destination {
  /** A programme to bring the record into as a region of its own; without it the record becomes a sample. */
  into?: string
  /** Whose samples they are, where no secretariat acts (command line). */
  ownerId?: string
}

export interface Imported {
  regionId: string
  number: number
  name: string
  again: boolean
}

/** A whole bundle in one transaction: all of it or nothing. Imported again, it takes the place of what it was. */
export const importBundle = (ctx: Ctx, bundle: CaseBundle, to: Destination = {}): Promise<Imported> =>
  change(ctx, async (db, log) => {
    const before = await regionOfBundle(db, bundle.id)
    if (before) await askReplaceable(db, { ctx, before, to })
    const programmeId = before?.programmeId ?? (await programmeFor({ ...ctx, db }, bundle, to))
    const id = before?.id ?? newId()
    const number = before?.number ?? (await nextRegionNumber(db))
    const again = before !== undefined
    const at = ctx.now.toISOString()
    const codes = codesOf(bundle)
    const organisations = await idsByCode(db, codes.all)
    const steps = new Map((await stepsOf(db, [programmeId])).map((step) => [step.key, step.id]))
    const rows = rowsOf(bundle, { regionId: id, programmeId, at, organisations, steps })
    const own = {
      ...{ id, number, programmeId, caseType: bundle.caseType, bundleId: bundle.id, isSample: to.into ? 0 : 1 },
      ...{ prefectureId: organisations.get(codes.prefecture) ?? null, bureauCode: bundle.region.bureau?.code ?? null },
      ...{ sortCode: codes.sort, importedAt: at, createdAt: at, createdBy: ctx.actor.personId },
    }
    await writeCase(db, own, rows)
    await landPapers({ ...ctx, db }, id, bodiesFrom(bundle, rows.participants))
    await rememberBundle(db, { regionId: id, json: JSON.stringify(bundle), importedAt: at, byName: ctx.actor.name })
    const { displayName: name } = bundle.region
    await log({ kind: 'bundle_imported', regionId: id, programmeId, details: { bundleId: bundle.id, name, again } })
    return { regionId: id, number, name, again }
  })

function codesOf({ region }: CaseBundle) {
  const prefecture = fullCodeOf({ code: region.prefecture.code }) ?? ''
  const members = region.members.flatMap((member) => fullCodeOf(member) ?? [])
  return { prefecture, all: [prefecture, ...members], sort: members[0] ?? prefecture }
}

type Before = NonNullable<Awaited<ReturnType<typeof regionOfBundle>>>

async function askReplaceable(db: Db, { ctx, before, to }: { ctx: Ctx; before: Before; to: Destination }) {
  const named = `No.${before.number} ${before.name}`
  if (before.isSample === 1 && to.into)
    throw new Problem('conflict', `同じ記録が、見本（${named}）として入っています。年度の事業には取り込めません`)
  if (before.isSample === 0 && to.into !== before.programmeId)
    throw new Problem('conflict', `同じ記録が、支援中の地域（${named}）として入っています。見本にはできません`)
  if (before.isSample === 0 && !runs(ctx.actor, { id: before.programmeId, ownerId: before.ownerId }))
    throw new Problem('forbidden', 'この地域の記録を入れかえられるのは、その年度の事務局だけです', ['事務局'])
  const edits = await editsSince(db, before.id)
  if (edits.length > 0)
    throw new Problem(
      'conflict',
      [`${named}は、取り込みのあとに人の手で変わっています。入れかえられません。`, ...edits].join('\n'),
    )
}

/** What people did to an imported region since: a replaced record must not swallow it. */
export async function editsSince(db: Db, regionId: string): Promise<string[]> {
  const imported = await importedBundleOf(db, regionId)
  if (!imported) return []
  const changed = differences(JSON.parse(imported.json), await bundleOfRegion(db, regionId))
  const deeds = await deedsSince(db, regionId)
  return [...changed, ...deeds.map((deed) => `${warekiShort(dayOf(deed.at))} ${deed.actorName}さんの操作`)]
}

async function programmeFor(ctx: Ctx, bundle: CaseBundle, to: Destination): Promise<string> {
  if (to.into) return intoProgramme(ctx, to.into)
  const own = ctx.actor.memberships.find((m) => m.role === 'secretariat')
  const ownerId = to.ownerId ?? own?.organisationId
  if (!ownerId) throw new Problem('forbidden', '見本を取り込めるのは事務局の人です', ['事務局'])
  const { fiscalYear } = bundle
  const templateKey = bundle.processTemplate as Programme['templateKey']
  const found = await sampleProgrammeOf(ctx.db, { templateKey, fiscalYear, ownerId })
  if (found) return found
  const name = `見本（${eraFiscalYear(fiscalYear)}、${templateKey}の進め方）`
  const id = await addProgramme(ctx.db, { name, fiscalYear, ownerId, templateKey, isSample: true }, ctx.now)
  await addSteps(ctx.db, id, stepTemplateOf(templateKey))
  return id
}

async function intoProgramme(ctx: Ctx, id: string): Promise<string> {
  const programme = await programmeSeen(ctx.db, ctx.actor, id)
  if (!programme || programme.isSample) throw new Problem('invalid', '取り込み先の年度事業が見つかりません')
  if (!runs(ctx.actor, programme))
    throw new Problem('forbidden', 'この年度事業に取り込めるのは、その事務局だけです', ['事務局'])
  return id
}

/** For deeds of the command line: the first secretariat, or one made for the samples. */
export const sampleOwner = async (db: Db, now: Date): Promise<string> =>
  (await firstSecretariat(db)) ??
  addOrganisation(db, { kind: 'secretariat', name: '見本の事務局', kana: 'みほんのじむきょく' }, now)
