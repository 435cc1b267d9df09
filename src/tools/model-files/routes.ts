import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { file as fileReply, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { MOST_LETTERS } from '../model-pastes/model-pastes.ts'
import { modelTabs } from '../model-tabs/store.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { writeModelWorkbook } from '../model-workbooks/workbook.ts'
import { answersIn } from '../papers/forms.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperClash } from '../papers/routes.ts'
import { paperAt } from '../papers/store.ts'
import { retakeWorkbook, takeTable, takeWorkbook } from './actions.ts'
import { type ShownFault, UPLOAD, XLSX } from './model-files.ts'
import { filesPage } from './pages.ts'

type Here = Call & Seen['region']

const BASE = '/regions/:regionId/logic-model'

export const modelFileRoutes: RouteTable<'region'> = {
  [`GET ${BASE}/files` as const]: { may: 'paper.view', run: (call: Here) => show(call) },
  [`GET ${BASE}/workbook` as const]: { may: 'paper.view', run: download },
  [`POST ${BASE}/workbook` as const]: { may: 'paper.write', run: upload, upload: UPLOAD },
  [`POST ${BASE}/table` as const]: { may: 'paper.write', run: paste },
}

async function show(call: Here, given?: { form: FormState; faults: ShownFault[] }): Promise<Reply> {
  const { ctx, region } = call
  const at = await paperAt(call, logicModelKind)
  const tabs = await modelTabs(ctx, region, at, 'files')
  const { form, faults } = given ?? { form: emptyForm(), faults: [] }
  const props = filesPage({ regionId: region.id, at, tabs, faults, form })
  const crumbs = regionCrumbs(region, ['ロジックモデル', paths.logicModel(region.id)], '受け取る・読みこむ')
  return page('tools/model-files/show', { ...props, crumbs }, given ? 422 : 200)
}

const refuse = (call: Here, field: 'workbook' | 'pasted', message: string, faults: ShownFault[] = []) =>
  show(call, { form: withError(emptyForm(field === 'pasted' ? { ...call.body } : {}), field, message), faults })

async function download(call: Here): Promise<Reply> {
  const { region, ctx } = call
  const { head } = await paperAt(call, logicModelKind)
  const heading = `${region.name}　課題解決ストーリー（ロジックモデル）`
  const bytes = await writeModelWorkbook({ body: head.body, heading, region: region.id, revision: head.number })
  const name = `${region.name}_ロジックモデル_${today(ctx.now).replaceAll('-', '')}.xlsx`
  return fileReply({ name, type: XLSX, bytes })
}

const openAt = async (call: Here): Promise<PaperAt> => {
  const at = await paperAt(call, logicModelKind)
  if (at.closed) throw new Problem('forbidden', at.closed)
  return at
}

const fileIdIn = (call: Here): string => [call.body.fileId ?? ''].flat().at(-1) ?? ''

async function upload(call: Here): Promise<Reply> {
  const [given] = call.files
  const kept = fileIdIn(call)
  const fault = call.fileFaults.workbook ?? (given || kept ? null : 'Excelファイル（.xlsx）を選んでください')
  if (fault) return refuse(call, 'workbook', fault)
  const at = await openAt(call)
  try {
    const taken = given
      ? await takeWorkbook(call.ctx, call.region, at, given)
      : await retakeWorkbook(call.ctx, call.region, at, { fileId: kept, ...answersIn(call.body) })
    const faults = taken.faults.map(({ cell, message, typed }) => ({ place: cell, message, typed }))
    if (!taken.saved) {
      const message = `ファイルに、直すところが${faults.length}か所あります。まだ何も変わっていません`
      return refuse(call, 'workbook', message, faults)
    }
    if (taken.saved.kind === 'clash') {
      const again = { ...call, body: { ...call.body, fileId: taken.fileId } }
      const backTo = paths.logicModelFiles(call.region.id)
      return paperClash(again, at, { saved: taken.saved, saveTo: paths.logicModelWorkbook(call.region.id), backTo })
    }
    return done(call, 'ファイル', { changes: taken.saved.changes.length, notes: taken.notes })
  } catch (error) {
    if (!(error instanceof Problem) || !['invalid', 'too_large'].includes(error.code)) throw error
    return refuse(call, 'workbook', error.message)
  }
}

async function paste(call: Here): Promise<Reply> {
  const pasted = [call.body.pasted ?? ''].flat().at(-1) ?? ''
  if (pasted.length > MOST_LETTERS)
    return refuse(
      call,
      'pasted',
      `一度に貼りつけられるのは${MOST_LETTERS.toLocaleString('ja-JP')}字までです。表を分けてください`,
    )
  const at = await openAt(call)
  const taken = await takeTable(call.ctx, call.region, { at, pasted })
  if (taken.faults.length > 0) {
    const faults = taken.faults.map(({ line, ...rest }) => ({ place: line === null ? '' : `${line}行目`, ...rest }))
    const [only] = faults
    const message =
      faults.length === 1 && only?.place === ''
        ? only.message
        : `貼りつけた表に、直すところが${faults.length}か所あります`
    return refuse(call, 'pasted', message, message === only?.message ? [] : faults)
  }
  const changes = taken.saved?.kind === 'saved' ? taken.saved.changes.length : 0
  return done(call, '表', { changes, notes: taken.notes })
}

function done(call: Here, what: string, { changes, notes }: { changes: number; notes: string[] }): Reply {
  if (changes === 0) return redirect(paths.logicModelFiles(call.region.id), `${what}の内容は、いまの図と同じです`)
  const said = [`${what}を読みこみました。変更の記録から取り消せます`, ...notes].slice(0, 4).join('。')
  return redirect(paths.logicModel(call.region.id), said)
}
