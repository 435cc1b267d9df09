import { programmeSeen } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { saveAgenda } from '../joint-agendas/actions.ts'
import { proposed } from '../joint-agendas/joint-agendas.ts'
import { handInPaper } from '../joint-materials/actions.ts'
import { readyPapers } from '../joint-papers/store.ts'
import { askJoint } from '../joint-questions/actions.ts'
import { jointOf } from '../joint-report/store.ts'
import type { Cast } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

const QUESTION =
  '退院の知らせの様式は、病院のどなたと、どの順番で決めていきましたか。うちでは最初の一人が見つからずにいます。'

async function place(cast: Cast, who: PersonKey, at: At, programmeId: string) {
  const ctx = await cast.as(who, at)
  const programme = await programmeSeen(cast.db, ctx.actor, programmeId)
  if (!programme) throw new Error('no programme')
  const joint = await jointOf(ctx, programme)
  const region = (name: string) => joint.regions.find((one) => one.name.includes(name)) as Region
  return { ctx, joint, region }
}

/** The year's last meeting lies two months ahead: its agenda is drafted, one region was early, one asked already. */
export function jointDeeds(cast: Cast, programmeId: string): { at: At; run(): Promise<unknown> }[] {
  return [
    { at: '2025-12-11 11:20', run: () => draft(cast, programmeId) },
    { at: '2025-12-15 16:10', run: () => give(cast, programmeId) },
    { at: '2025-12-15 17:40', run: () => ask(cast, programmeId) },
  ]
}

async function draft(cast: Cast, programmeId: string): Promise<void> {
  const { ctx, joint } = await place(cast, 'mika', '2025-12-11 11:20', programmeId)
  // An hour and a half for four regions: ten minutes to tell, five to ask, no break.
  const { rows, ...rest } = proposed(joint.regions, '13:00')
  const short = rows.map((row) => (row.kind === 'report' ? { ...row, talk: 10, questions: 5 } : row))
  await saveAgenda(ctx, joint, () => ({ ...rest, rows: short.filter(({ kind }) => kind !== 'break') }))
}

async function give(cast: Cast, programmeId: string): Promise<void> {
  const { ctx, joint, region } = await place(cast, 'nagi', '2025-12-15 16:10', programmeId)
  const own = region('すずかぜ市')
  const board = (await readyPapers({ ctx, region: own })).find(({ kind }) => kind === 'board')?.snapshot
  if (board) await handInPaper(ctx, { joint, region: own }, { kind: 'board', body: board.body })
}

async function ask(cast: Cast, programmeId: string): Promise<void> {
  const { ctx, joint, region } = await place(cast, 'kaede', '2025-12-15 17:40', programmeId)
  const asked = { region: region('みどり町'), text: QUESTION, isHidden: true }
  await askJoint(ctx, joint, { ...asked, origin: cast.origin })
}
