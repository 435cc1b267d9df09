import { addRelease } from '../../src/overview/board-releases/store.ts'
import { boardsOf } from '../../src/overview/boards/store.ts'
import { releaseModel } from '../../src/overview/model-releases/actions.ts'
import { effectTemplate } from '../../src/papers/templates/effect.ts'
import type { Body } from '../../src/papers/templates/templates.ts'
import type { Region } from '../../src/programme/regions/regions.ts'
import { fetchRegions } from '../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../src/programme/sight/store.ts'
import { addAdvice } from '../../src/support/advice/store.ts'
import { addMeeting, updateMeeting } from '../../src/support/meetings/store.ts'
import { addPromise } from '../../src/support/promises/store.ts'
import { addLines } from '../../src/support/records/store.ts'
import { logicModelKind } from '../../src/tools/model-words/model-words.ts'
import { savePaper } from '../../src/tools/papers/actions.ts'
import type { PaperKind } from '../../src/tools/papers/papers.ts'
import { sheetKind } from '../../src/tools/sheets/sheets.ts'
import { modelFor } from './models.ts'
import { moreRegions } from './more-regions.ts'
import { STEPS } from './regions.ts'
import type { Town } from './town.ts'

/** Meetings of the year itself, in front of and beside those of the regions. */
const YEAR_STEPS = [
  ['wg1', 'WG①', 'wg-meeting'],
  ['wg2', 'WG②', 'wg-meeting'],
  ['wg3', 'WG③', 'wg-meeting'],
  ['committee', '委員会', 'committee'],
] as const

export async function yearSteps({ db, programmeId }: Town): Promise<void> {
  for (const [at, [key, label, kind]] of YEAR_STEPS.entries()) {
    const lists = { sheetsJson: '[]', offsetsJson: '{}', guideJson: '{}', asksReport: 0 }
    const row = { id: `step-${key}`, programmeId, position: 20 + at, key, label, shortLabel: label, kind }
    await db
      .insertInto('steps')
      .values({ ...row, ...lists, level: 'programme' })
      .execute()
  }
}

export const selectedRegions = async (midori: Town): Promise<Region[]> => {
  const query = regionsSeenBy(midori.db, await midori.actor('mika')).where('programmeId', '=', midori.programmeId)
  return (await fetchRegions(midori.db, query.orderBy('regions.sortCode'))).filter((r) => r.isSelected)
}

/** Supported regions up to this many, as copies of みどり町. */
export const growTo = (midori: Town, count: number): Promise<string[]> => moreRegions(midori, count - 1)

const SAID = [
  '退院のあと急に弱る人が多いと分かった',
  '病院の連携室と話す場をつくることになった',
  '家族が夜間の連絡先を知らなかった',
]

/** Half a year of one region: meetings with lines and advice, promises. */
export async function halfYear(midori: Town, region: Region): Promise<void> {
  const { db, now, programmeId } = midori
  for (const [at, [key, label, , kind]] of STEPS.slice(0, 6).entries()) {
    const place = { programmeId, regionId: region.id, stepId: `step-${key}`, stepKey: key }
    const meetingId = await addMeeting(db, { ...place, number: at + 1, label, kind }, now)
    const day = `2025-10-${String(3 + at * 3).padStart(2, '0')}`
    await updateMeeting(db, meetingId, { heldOn: day, mode: 'online', isRecorded: true, fixedAt: now.toISOString() })
    const lines = SAID.map((text, n) => {
      return {
        part: n === 1 ? ('decided' as const) : ('situation' as const),
        text: `${label}：${text}`,
        circle: 'region' as const,
      }
    })
    await addLines(db, meetingId, { lines, personId: null, personName: '早瀬 俊' }, now)
    const by = { circle: 'region', advisorId: midori.people.ken, advisorName: '岡田 健' } as const
    const text = `${label}では、先に一人の話から始めてください`
    await addAdvice(db, { ...by, regionId: region.id, meetingId, text }, now)
    const due = { side: 'town', owner: 'みどり町', dueOn: null, dueText: '次の回まで', circle: 'region' } as const
    await addPromise(
      db,
      { ...due, regionId: region.id, meetingId, text: `${label}のあと話を聞く`, createdBy: null },
      now,
    )
  }
}

export async function writePaperOf(
  midori: Town,
  region: Region,
  given: { kind: PaperKind; body: Body },
): Promise<void> {
  const ctx = await midori.ctx('mika')
  await savePaper(ctx, region, given.kind, { edit: () => given.body })
}

export const effectKind = sheetKind(effectTemplate)
const effectBody: Body = {
  self: ['vision', 'grasp', 'issues'].map((id) => ({ id, before: '2', after: '4' })),
  minutesTown: '600',
  remarks: '隣の課と話すようになった',
}

/** A model of its size, the self-assessment, and the sheet put to the WG. */
export async function papersOfRegion(midori: Town, region: Region, at: { seed: number; boxes: number }): Promise<void> {
  const body = {
    ...modelFor(at.seed, { boxes: at.boxes, links: Math.round(at.boxes * 1.3) }),
    goal: '家で最期まで暮らす',
  }
  await writePaperOf(midori, region, { kind: logicModelKind, body })
  await writePaperOf(midori, region, { kind: effectKind, body: effectBody })
}

export async function putToWg(midori: Town, regions: readonly Region[]): Promise<void> {
  const ctx = await midori.ctx('mika')
  for (const region of regions) await releaseModel(ctx, region)
  for (const [regionId, board] of await boardsOf(ctx, regions))
    await addRelease(midori.db, { regionId, circle: 'wg', board, lineIds: [], byName: '森野 美香' }, midori.now)
}
