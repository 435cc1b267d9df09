import type { Circle } from '../../src/access/circles.ts'
import type { Body } from '../../src/papers/templates/templates.ts'
import { addAdvice, markAnswered } from '../../src/support/advice/store.ts'
import type { Slot } from '../../src/support/meetings/meetings.ts'
import { openMeeting, slotsOfRegion, updateMeeting } from '../../src/support/meetings/store.ts'
import { addPromise, markPromise } from '../../src/support/promises/store.ts'
import { addLines } from '../../src/support/records/store.ts'
import { kindNamed } from '../../src/tools/kinds/kinds.ts'
import { savePaper } from '../../src/tools/papers/actions.ts'
import { paperAt } from '../../src/tools/papers/store.ts'
import { midoriRegion } from './model-region.ts'
import type { PersonName, Town } from './town.ts'

export const kindOf = (key: string) => {
  const kind = kindNamed(key)
  if (!kind) throw new Error(key)
  return kind
}

/** A paper of みどり町, written by one of its people. */
export async function writes(midori: Town, who: PersonName, key: string, body: Body): Promise<void> {
  const region = await midoriRegion(midori)
  await savePaper(await midori.ctx(who), region, kindOf(key), { edit: (before) => ({ ...before, ...body }) })
}

export async function bodyOf(midori: Town, key: string): Promise<Body> {
  const region = await midoriRegion(midori)
  return (await paperAt({ ctx: await midori.ctx('mika'), region }, kindOf(key))).head.body
}

type Line = [text: string, circle?: Circle]

async function held(midori: Town, slot: Slot, given: { on: string; lines: Line[]; fixed?: boolean }): Promise<string> {
  const place = { id: midori.regions.midori, programmeId: midori.programmeId }
  const meeting = await openMeeting(midori.db, place, slot, midori.now)
  const fixedAt = given.fixed === false ? null : midori.now.toISOString()
  await updateMeeting(midori.db, meeting.id, { heldOn: given.on, minutes: 90, isRecorded: true, fixedAt })
  const lines = given.lines.map(([text, circle = 'region']) => ({ part: 'situation' as const, text, circle }))
  await addLines(midori.db, meeting.id, { lines, personId: null, personName: '森野 美香' }, midori.now)
  return meeting.id
}

/** Said for the team or the town alone: never to be met in a paper that more people read. */
export const SECRETS = ['支援チームだけの話ができた', '町の内輪の相談ができた', '町だけの約束を済ませて分かった']

/** みどり町 half a year on: issues, causes, a model, meetings with a record, what was done, what was advised. */
export async function supported(midori: Town, until: 's2' | 's3' = 's2'): Promise<void> {
  const { db, now, regions } = midori
  const region = await midoriRegion(midori)
  await writes(midori, 'aoi', 'issues', {
    issues: [
      { id: 'i1', text: '退院の知らせが届かない', importance: '3' },
      { id: 'i2', text: '訪問看護が呼ばれない', importance: '2' },
    ],
  })
  await writes(midori, 'aoi', 'causes', { causes: [{ id: 'c1', text: '窓口が決まっていない', issue: 'i1' }] })
  await writes(midori, 'aoi', 'logic_model', {
    boxes: [
      { id: 'b1', kind: 'activity', text: '相談室に出向く', status: 'done', evaluation: '訪問看護のことも話せた' },
      { id: 'b2', kind: 'activity', text: '電話を一つにする', status: 'planned', when: '令和8年度', owner: '青木' },
    ],
  })
  const slots = await slotsOfRegion(db, region, now)
  const at = (key: string) => slots.find(({ stepKey }) => stepKey === key) as Slot
  await held(midori, at('orientation'), { on: '2025-10-02', lines: [['退院だけを扱うことに決まった']] })
  await held(midori, at('s1'), { on: '2025-10-08', lines: [['窓口を知っていたのは1人だった']] })
  const [team, town] = SECRETS as [string, string]
  const lines: Line[] = [['退院の知らせが6件届いた'], ['まだ決まっていない'], [team, 'team'], [town, 'town']]
  const last = await held(midori, at('s2'), { on: '2025-10-15', lines })
  if (until === 's3') await held(midori, at('s3'), { on: '2025-10-20', lines: [['病院で話し合いを開いた']] })
  const told = { regionId: regions.midori, meetingId: last, advisorId: null, advisorName: '岡田 健' }
  const advice = await addAdvice(db, { ...told, text: '届かなかった件も数えて', circle: 'region' }, now)
  await markAnswered(db, advice, { answer: 'taken', reason: '数えたら土曜に多いと分かった', by: '青木 葵' }, now)
  await addAdvice(db, { ...told, text: '課長を巻きこむには', circle: 'team' }, now)
  const agreed = { regionId: regions.midori, meetingId: last, side: 'town' as const, owner: '青木', createdBy: null }
  const practice = async (text: string, learned: string, circle: Circle) => {
    const id = await addPromise(db, { ...agreed, text, dueOn: null, dueText: null, circle }, now)
    const touches = [{ label: '窓口が決まっていない', ref: 'causes/c1' }]
    await markPromise(db, id, { status: 'done', heldOn: '2025-10-16', learned, touches })
  }
  await practice('電話の記録を読む', '家族からの電話が先だった', 'region')
  await practice('課長と話す', SECRETS[2] ?? '', 'town')
  await addPromise(db, { ...agreed, text: 'カードを配る', dueOn: '2025-11-10', dueText: null, circle: 'region' }, now)
}

export const circleOfPaper = (midori: Town, kind: string, circle: Circle) =>
  midori.db.updateTable('documents').set({ circle }).where('kind', '=', kind).execute()
