import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf, storeBytes } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Programme } from '../programmes/programmes.ts'
import { keepGuideline, publish, saveSettings, unpublish } from './actions.ts'
import { settingsForm } from './forms.ts'
import { settingsPage, settingsValues } from './pages.ts'

type InProgramme = Call & { programme: Programme }

export const settingsRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/settings': {
    may: 'programme.edit',
    run: (call) => settings(call, settingsValues(call.programme)),
  },
  'POST /programmes/:programmeId/settings': {
    may: 'programme.edit',
    run: save,
  },
  'GET /programmes/:programmeId/guideline': {
    may: 'programme.view',
    run: guideline,
  },
  'POST /programmes/:programmeId/guideline': {
    may: 'programme.edit',
    run: keepIt,
    upload: { kinds: ['pdf', 'docx'], maxBytes: 20 * 1024 * 1024, maxFiles: 1 },
  },
  'POST /programmes/:programmeId/publication': {
    may: 'programme.edit',
    run: setPublication,
  },
}

async function settings(call: InProgramme, form: FormState, status = 200, fileForm = emptyForm()): Promise<Reply> {
  const kept = call.programme.guidelineFileId ? await fileOf(call.ctx.db, call.programme.guidelineFileId) : undefined
  return page('programme/settings/show', settingsPage(call.programme, kept?.name ?? null, form, fileForm), status)
}

async function save(call: InProgramme): Promise<Reply> {
  const input = readForm(settingsForm, call.body)
  if (!input.ok) return settings(call, input.form, 422)
  await saveSettings(call.ctx, call.programme, input.data)
  return redirect(paths.programmeSettings(call.programme.id), '設定を保存しました')
}

/** The guideline before it is public; afterwards the public page has it too. */
export async function guideline(call: InProgramme): Promise<Reply> {
  const kept = call.programme.guidelineFileId ? await fileOf(call.ctx.db, call.programme.guidelineFileId) : undefined
  if (!kept || kept.deletedAt) throw notFound()
  return file({ name: kept.name, type: kept.mime, bytes: await bytesOf(kept) })
}

async function keepIt(call: InProgramme): Promise<Reply> {
  const [given] = call.files
  if (!given) {
    const message = call.fileFaults.guideline ?? '募集要項のファイル（PDF か Word）を選んでください'
    return settings(call, settingsValues(call.programme), 422, withError(emptyForm(), 'guideline', message))
  }
  await storeBytes(given.bytes)
  await keepGuideline(call.ctx, call.programme, given)
  return redirect(paths.programmeSettings(call.programme.id), `募集要項「${given.name}」を置きました`)
}

async function setPublication(call: InProgramme): Promise<Reply> {
  const to = paths.programmeSettings(call.programme.id)
  if (call.body.publish !== '1') {
    await unpublish(call.ctx, call.programme)
    return redirect(to, '公開をやめました。募集ページは見えなくなりました')
  }
  await publish(call.ctx, call.programme)
  return redirect(to, '募集ページを公開しました。だれでも見られます')
}
