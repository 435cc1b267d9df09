import type { RouteTable } from '../../access/doors.ts'
import { organisationPaths as paths } from '../../paths/organisations.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { importFigures } from './actions.ts'
import { checkForm, MAX_CHARACTERS, takeForm } from './forms.ts'
import { figuresCheckPage, figuresPage } from './pages.ts'
import { knownByCode } from './store.ts'
import { decodeCsv, readFiguresText } from './workbook.ts'

const upload = { kinds: ['csv', 'text'], maxBytes: 1024 * 1024, maxFiles: 1 } as const

export const figureRoutes: RouteTable<'plain'> = {
  'GET /figures': { may: 'organisation.import', run: () => ask() },
  'POST /figures/check': { may: 'organisation.import', run: check, upload },
  'POST /figures': { may: 'organisation.import', run: take },
}

const title = '人口などの取り込み'
const crumbs = [
  { label: 'ホーム', href: '/' },
  { label: '団体と連絡先', href: paths.organisations },
]

async function ask(form: FormState = emptyForm(), status = 200): Promise<Reply> {
  return page('people/figures/index', { ...figuresPage(), title, crumbs: [...crumbs, { label: title }], form }, status)
}

async function check(call: Call): Promise<Reply> {
  const input = readForm(checkForm, call.body)
  const bytes = call.files[0]?.bytes
  const csv = bytes ? decodeCsv(bytes) : ''
  const fault = call.fileFaults.file ?? (csv.trim() === '' ? 'CSVファイルを選んでください' : tooLong(csv))
  if (!input.ok || fault) return ask(fault ? withError(input.form, 'file', fault) : input.form, 422)
  const known = await knownByCode(call.ctx.db)
  const file = readFiguresText(csv, known, input.data)
  if (file.lines === 0)
    return ask(withError(input.form, 'file', file.faults[0]?.message ?? '見出しの下に行がありません'), 422)
  const props = figuresCheckPage({ file, known, csv, otherwise: input.data })
  const trail = [...crumbs, { label: title, href: paths.figures }, { label: '内容の確認' }]
  return page('people/figures/check', { ...props, title: '取り込む内容の確認', crumbs: trail })
}

const tooLong = (csv: string) =>
  csv.length > MAX_CHARACTERS ? 'ファイルが大きすぎます。都道府県ごとなどに分けて送ってください' : null

async function take(call: Call): Promise<Reply> {
  const input = readForm(takeForm, call.body)
  if (!input.ok)
    return ask(withError(emptyForm(call.body), 'file', 'もう一度ファイルを選んで、内容を確かめてください'), 422)
  const { csv, ...otherwise } = input.data
  const { changed, faults } = await importFigures(call.ctx, csv, otherwise)
  if (changed === 0) return ask(withError(input.form, 'file', '取り込める変更がありませんでした'), 422)
  const left = faults.length > 0 ? `。取り込めなかった行が${faults.length}行あります` : ''
  return redirect(paths.organisations, `${changed.toLocaleString('ja-JP')}件を取り込みました${left}`)
}
