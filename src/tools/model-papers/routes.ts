import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { standalone } from '../../platform/picture-styles/picture-styles.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { modelPaper } from '../model-pictures/paper.ts'
import { modelPicture } from '../model-pictures/picture.ts'
import { reasonsOf } from '../model-show/model-show.ts'
import { againstFor } from '../model-show/store.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { paperAt } from '../papers/store.ts'
import type { ModelPrintPage } from './pages.ts'

type Here = Call & Seen['region']

export const modelPaperRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/logic-model/print': { may: 'paper.view', run: print },
  'GET /regions/:regionId/logic-model/picture.svg': { may: 'paper.view', run: picture },
}

/** What was asked to be compared with is drawn on the paper too; by itself the paper is the present version. */
const beforeFor = async ({ ctx, query }: Here, at: Awaited<ReturnType<typeof paperAt>>) => {
  const { against } = await againstFor(ctx.db, at, query.against || 'none')
  return against ? { before: against.body, since: `　${against.label}から変わったところに印` } : { since: '' }
}

/** One A3 sheet; 課題仮説 is its first column again. */
async function print(call: Here): Promise<Reply> {
  const { region, ctx } = call
  const at = await paperAt(call, logicModelKind)
  const { since, ...compared } = await beforeFor(call, at)
  const paper = modelPaper(at.head.body, {
    reasons: reasonsOf(at.head.body).filter((one) => one.text !== ''),
    title: `${region.name}　課題解決ストーリー（ロジックモデル）`,
    note: `第${at.head.number}版　${wareki(today(ctx.now))}${since}`,
    ...compared,
  })
  const heading = `${region.name} ロジックモデル`
  const { svg, fits, isCut } = paper
  const props: ModelPrintPage = { heading, svg, fits, isCut, backTo: paths.logicModel(region.id) }
  return page('tools/model-papers/print', { ...props, title: heading, frame: 'plain' })
}

async function picture(call: Here): Promise<Reply> {
  const at = await paperAt(call, logicModelKind)
  const { since: _, ...compared } = await beforeFor(call, at)
  const { svg } = modelPicture(at.head.body, { title: `${call.region.name} ロジックモデル`, ...compared })
  const name = `${call.region.name}_ロジックモデル.svg`
  return file({ name, type: 'image/svg+xml', bytes: Buffer.from(standalone(svg)) })
}
