import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runTasks, tellStopped } from '../../../src/people/task-runs/actions.ts'
import { claimTask } from '../../../src/people/task-runs/store.ts'
import { startTask } from '../../../src/people/tasks/actions.ts'
import { filesOfTasks, taskSeen } from '../../../src/people/tasks/store.ts'
import type { MadeFile, Task, TaskRunner } from '../../../src/people/tasks/tasks.ts'
import { keep } from '../../../src/platform/db/transaction.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { Problem } from '../../../src/platform/web/problem.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const words = (text: string): MadeFile => ({ name: `${text}.txt`, mime: 'text/plain', bytes: Buffer.from(text) })
const copier: TaskRunner = {
  kind: 'copy',
  run: async (task, { progress }) => {
    await progress(1, 2, 'みどり町を写しています')
    await progress(2, 2, '束ねています')
    return [words(`${(task.data as { text: string }).text}${task.attempt}`)]
  },
}
const failing = (error: Error, before: MadeFile[] = []): TaskRunner => ({
  kind: 'copy',
  run: async (_task, { progress }) => {
    await progress(1, 3, `${before.length}つ目`)
    throw error
  },
})

describe('long jobs', () => {
  let midori: Town
  const make = async (who: PersonName, more: { programmeId?: string; regionId?: string } = {}) =>
    startTask(await midori.ctx(who), { kind: 'copy', title: 'みどり町の写し', data: { text: '写し' }, ...more })
  const seen = async (who: PersonName, id: string) => taskSeen(midori.db, await midori.actor(who), id)
  const now = () => midori.now
  const house = (...runners: TaskRunner[]) => ({ db: midori.db, now, runners })
  const files = (id: string) => filesOfTasks(midori.db, [id])

  before(() => filesIn(mkdtempSync(join(tmpdir(), 'banso-tasks-'))))

  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('is made once, whoever looks, and stands finished with its files', async () => {
    const id = await make('mika')
    const made = await Promise.all([runTasks(house(copier)), runTasks(house(copier))])
    expect(made.reduce((sum, one) => sum + one)).to.equal(1)
    expect(await seen('mika', id)).to.include({ done: 2, outOf: 2, failure: null })
    expect((await files(id)).map(({ name }) => name)).to.deep.equal(['写し1.txt'])
  })

  it('what nobody here can make waits', async () => {
    const id = await make('mika')
    expect(await runTasks(house({ ...copier, kind: 'other' }))).to.equal(0)
    expect((await seen('mika', id))?.startedAt).to.equal(null)
  })

  it('a process killed half-way is said, and it can be made again', async () => {
    const id = await make('mika')
    const claimed = (await keep(midori, (db) => claimTask(db, ['copy'], midori.now))) as Task
    const mika = await browse(midori, 'mika')
    await mika.open(`/tasks/${id}`)
    expect(mika.text).to.include('作っています')
    expect(mika.headers.get('refresh')).to.equal('5')
    await tellStopped(house())
    await mika.open(`/tasks/${id}`)
    expect(mika.text).to.include('とちゅうで止まりました')
    expect(mika.headers.get('refresh')).to.equal(null)
    expect(await files(id)).to.deep.equal([])
    await mika.fill({}, 'もう一度作る')
    expect(mika.notice).to.include('もう一度')
    await runTasks(house(copier))
    expect((await seen('mika', id))?.attempt).to.equal(claimed.attempt + 1)
    expect((await files(id)).map(({ name }) => name)).to.deep.equal(['写し2.txt'])
  })

  it('what a run that was given up brings late is not taken', async () => {
    const id = await make('mika')
    const late: TaskRunner = {
      kind: 'copy',
      run: async () => {
        await keep(midori, (db) =>
          db.updateTable('tasks').set({ failedAt: midori.now.toISOString() }).where('id', '=', id).execute(),
        )
        return [words('おそい')]
      },
    }
    await runTasks(house(late))
    expect(await files(id)).to.deep.equal([])
    expect((await seen('mika', id))?.finishedAt).to.equal(null)
  })

  it('a full disk is a calm sentence, leaves no file, and can be tried again', async () => {
    const id = await make('mika')
    await runTasks(house(failing(Object.assign(new Error('write'), { code: 'ENOSPC' }), [words('半分')])))
    const mika = await browse(midori, 'mika')
    await mika.open(`/tasks/${id}`)
    expect(mika.text).to.include('ファイルを置く場所がいっぱい').and.include('もう一度作る')
    expect(await files(id)).to.deep.equal([])
    await mika.fill({}, 'もう一度作る')
    await runTasks(house(copier))
    await mika.open(`/tasks/${id}`)
    expect(mika.text).to.include('できました')
  })

  it('says a Problem in its own words, and of anything else only that it failed', async () => {
    const [one, two] = [await make('mika'), await make('mika')]
    await runTasks(house(failing(new Problem('invalid', 'WGに出した地域がありません'))))
    expect((await seen('mika', one))?.failure).to.equal('WGに出した地域がありません')
    expect((await seen('mika', two))?.failure).to.equal('WGに出した地域がありません')
    const three = await make('mika')
    await runTasks(house(failing(new Error('boom at /srv/x'))))
    expect((await seen('mika', three))?.failure)
      .to.include('うまくいかない')
      .and.not.include('boom')
  })

  it('only who asked and who runs the programme see it', async () => {
    const id = await make('aoi', { regionId: midori.regions.midori })
    await runTasks(house(copier))
    const [file] = await files(id)
    for (const who of ['aoi', 'mika', 'shun'] as const) expect(await seen(who, id), who).to.include({ id })
    for (const who of ['ken', 'daichi', 'ren', 'nagi', 'haru'] as const) {
      const other = await browse(midori, who)
      await other.open(`/tasks/${id}`)
      expect(other.status, who).to.equal(404)
      await other.open(`/tasks/${id}/files/${file?.fileId}`)
      expect(other.status, who).to.equal(404)
    }
    const own = await make('aoi')
    expect(await seen('mika', own)).to.equal(undefined)
  })

  it('who has left the post sees it no more', async () => {
    const id = await make('aoi')
    await midori.db
      .updateTable('memberships')
      .set({ toOn: '2025-10-01' })
      .where('personId', '=', midori.people.aoi)
      .execute()
    expect(await seen('aoi', id)).to.equal(undefined)
  })

  it('waits in the home list until it was opened, and is fetched from its page', async () => {
    const id = await make('mika', { programmeId: midori.programmeId })
    await runTasks(house(copier))
    const mika = await browse(midori, 'mika')
    await mika.open('/')
    expect(mika.text).to.include('みどり町の写しができました')
    await mika.follow('受けとる')
    await mika.follow('写し1.txt')
    expect(mika.bytes.toString()).to.equal('写し1')
    await mika.open('/')
    expect(mika.text).to.not.include('みどり町の写しができました')
    await mika.open('/tasks')
    expect(mika.links()).to.include(`/tasks/${id}`)
  })
})
