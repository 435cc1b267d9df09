import { bodyAt } from '../../papers/documents/store.ts'
import type { Body } from '../../papers/templates/templates.ts'
import type { MadeFile } from '../../people/tasks/tasks.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Paper } from '../../platform/docx/docx.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import { dayOf, wareki } from '../../platform/time.ts'
import { beside, inWorker } from '../../platform/worker/worker.ts'
import type { Tool } from '../../support/tool-files/tool-files.ts'
import { printModel } from '../../tools/model-prints/model-prints.ts'
import { leafletsPaper, toolsPaper } from '../pack-file-papers/paper.ts'
import { missingPaper } from '../pack-frames/paper.ts'
import { planPaper, progressPaper, themesPaper } from '../pack-region-papers/paper.ts'
import type { PackRegion, PackSnapshot } from '../pack-snapshots/pack-snapshots.ts'
import { callPaper, designPaper, opinionsPaper, reviewPaper, sheetsPaper } from '../pack-year-papers/paper.ts'
import { PARTS, type PartKey } from '../packs/packs.ts'
import type { Pinned } from '../pinned-papers/pinned-papers.ts'
import { boardUsed, missingWords, type Pages, type RegionPages, regionTitle } from './pack-materials.ts'

type RegionKey = 'boards' | 'models' | 'effect'

const PAPERS: Record<Exclude<PartKey, RegionKey>, (snapshot: PackSnapshot) => Paper> = {
  review: reviewPaper,
  design: designPaper,
  call: callPaper,
  sheets: sheetsPaper,
  progress: progressPaper,
  themes: themesPaper,
  plan: planPaper,
  tools: toolsPaper,
  leaflets: leafletsPaper,
  opinions: opinionsPaper,
}

const LIMITS = { timeoutMs: 30_000, tooHard: '資料のページが大きすぎて、作れませんでした' }

const drawn = (job: string, data: unknown): Promise<Pages> =>
  inWorker<Pages>(beside(import.meta.url, 'jobs'), job, data, LIMITS)

/** Any paper as pages and slides. */
export const paperPages = (paper: Paper): Promise<Pages> => drawn('paper', paper)

export const partPages = (snapshot: PackSnapshot, key: Exclude<PartKey, RegionKey>): Promise<Pages> =>
  paperPages(PAPERS[key](snapshot))

/** One region's pages of a part; bodies are read at the revision the snapshot noted. */
export async function regionPages(
  db: Db,
  snapshot: PackSnapshot,
  at: { key: RegionKey; one: PackRegion },
): Promise<RegionPages> {
  const { key, one } = at
  const why = missingWords(one, key)
  const title = regionTitle(one, key)
  if (why) return { ...(await paperPages(missingPaper(snapshot, title, why))), used: [] }
  if (key === 'boards') return { ...(await drawn('board', one.board?.board)), used: boardUsed(one) }
  const model = await bodyOf(db, one.model)
  if (key === 'models') {
    const { part, slides } = await printModel({ body: model, title, note: noteOf(one.model) })
    return { parts: [part], slides, used: usedOf(one, key) }
  }
  const order = { title, subtitle: noteOf(one.effect), body: await bodyOf(db, one.effect), model, values: one.values }
  return { ...(await drawn('effect', order)), used: usedOf(one, key) }
}

const bodyOf = async (db: Db, pinned: Pinned | undefined): Promise<Body> =>
  pinned ? (await bodyAt(db, pinned.documentId, pinned.number)).body : {}

const noteOf = (pinned: Pinned | undefined): string =>
  pinned ? `第${pinned.number}版　${wareki(dayOf(pinned.savedAt))}` : ''

function usedOf(one: PackRegion, key: 'models' | 'effect'): RegionPages['used'] {
  const rowOf = (name: string, pinned: Pinned | undefined) =>
    pinned
      ? [
          {
            paper: `${one.region.name}　${name}`,
            version: `第${pinned.number}版`,
            savedAt: pinned.savedAt,
            savedBy: pinned.savedBy,
          },
        ]
      : []
  if (key === 'models') return rowOf(PARTS.models.label, one.model)
  return [...rowOf(PARTS.effect.label, one.effect), ...rowOf(`${PARTS.models.label}の指標`, one.model)]
}

/** The files themselves, in the version that is listed. */
export async function filesOf(db: Db, tools: readonly Tool[]): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const { name, versions } of tools) {
    const found = versions[0] && (await fileOf(db, versions[0].fileId))
    if (found && !found.deletedAt)
      files.push({
        name: `${name}_第${versions[0]?.number}版_${found.name}`,
        mime: found.mime,
        bytes: await bytesOf(found),
      })
  }
  return files
}
