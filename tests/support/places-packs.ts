import { runTasks } from '../../src/people/task-runs/actions.ts'
import { startTask } from '../../src/people/tasks/actions.ts'
import { filesOfTasks } from '../../src/people/tasks/store.ts'
import { slotsOfYear } from '../../src/support/meetings/store.ts'
import type { Demo } from './demonstration.ts'

type Places = Record<string, string>

const TASK = '/tasks/:taskId'
const PACK = '/programmes/:programmeId/packs/:n'
const REVIEW = '/programmes/:programmeId/file-reviews/:toolId'

/** Whose task, and which year an advisor advises in, the handler knows. */
export const PACK_CLOSER = [TASK, `${TASK}/files/:fileId`, REVIEW, `${REVIEW}/versions/:number`, '/leaflets']

/** A finished long job, the year's second WG, a leaflet with what was said of it. */
export async function packPlaces(demo: Demo): Promise<Places> {
  const { main } = demo.years
  const ctx = { db: demo.db, now: demo.now, actor: await demo.actor('mika') }
  const taskId = await startTask(ctx, { kind: 'places', title: '場所の一覧', programmeId: main, data: null })
  const run = async () => [{ name: '一覧.txt', mime: 'text/plain', bytes: Buffer.from('一覧') }]
  await runTasks({ db: demo.db, now: () => demo.now, runners: [{ kind: 'places', run }] })
  const [file] = await filesOfTasks(demo.db, [taskId])
  const leaflet = await demo.db.selectFrom('tools').select('id').where('kind', '=', 'leaflet').executeTakeFirst()
  const comment = await demo.db.selectFrom('toolComments').select('id').executeTakeFirst()
  const slots = await slotsOfYear(demo.db, main, demo.now)
  const number = String(slots.find(({ stepKey }) => stepKey === 'wg2')?.number ?? '')
  const ends = ['', '/versions/:number', '/comments', '/comments/:commentId']
  return {
    taskId,
    [`${TASK}/files/:fileId :fileId`]: file?.fileId ?? '',
    ...Object.fromEntries(['', '/making', '/material'].map((end) => [`${PACK}${end} :n`, number])),
    ...Object.fromEntries(ends.map((end) => [`${REVIEW}${end} :toolId`, leaflet?.id ?? ''])),
    [`${REVIEW}/comments/:commentId :commentId`]: comment?.id ?? '',
  }
}
