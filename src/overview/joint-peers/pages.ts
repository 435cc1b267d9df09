import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { PrintedSection } from '../../papers/sheets/sheets.ts'
import { paths } from '../../paths/paths.ts'
import { monthDay } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { modelPicture } from '../../tools/model-pictures/picture.ts'
import type { Board, BoardLine } from '../boards/boards.ts'
import { HAND_IN_KINDS, type HandIn, type Listed } from '../joint-materials/joint-materials.ts'
import { byWords } from '../joint-materials/pages.ts'
import type { Snapshot } from '../joint-papers/joint-papers.ts'
import type { ShownQuestion } from '../joint-questions/joint-questions.ts'
import { isOwn, JOINT_READERS, type Joint, jointCrumbs } from '../joint-report/joint-report.ts'

interface Part {
  id: string
  heading: string
  by: string
  note: string
  href: string
  hrefLabel: string
}

export interface PeerPage extends PageBase {
  heading: string
  note: string
  files: Part[]
  board: (Part & { theme: string; columns: BoardPartColumn[] }) | null
  closing: (Part & { sections: PrintedSection[] }) | null
  model: (Part & { svg: string }) | null
  emptyText: string | null
  questions: ShownQuestion[]
  askHref: string
  ownHref: string | null
  backHref: string
}

interface BoardPartColumn {
  heading: string
  groups: { heading: string; lines: string[] }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-peers/show': PeerPage
  }
}

const texts = (lines: readonly BoardLine[]) => lines.map(({ text, inferred }) => (inferred ? `${text}（推定）` : text))

/** What was to be read on the sheet, meeting by meeting; the sheet itself is the PDF beside it. */
const columnsOf = (board: Board): BoardPartColumn[] =>
  board.columns.map((column, i) => ({
    heading: column.label,
    groups: [
      { heading: '状況・変化', lines: texts(column.situation) },
      { heading: 'アドバイザーからの助言', lines: texts(column.advice) },
      { heading: '次の回までに', lines: texts(board.between[i] ?? []) },
    ].filter(({ lines }) => lines.length > 0),
  }))

interface View {
  actor: Actor
  joint: Joint
  region: Joint['regions'][number]
  current: readonly Listed[]
  whole: readonly HandIn[]
  questions: ShownQuestion[]
}

export function peerPage({ actor, joint, region, current, whole, questions }: View): PeerPage {
  const { programme, label, heldOn } = joint
  const part = (one: Listed): Part => ({
    ...{ id: `h-${one.id}`, heading: one.kind === 'file' ? one.title : HAND_IN_KINDS[one.kind], by: byWords(one) },
    ...{ note: one.note, href: paths.jointFile(programme.id, region.id, one.id) },
    hrefLabel: one.kind === 'file' ? 'ダウンロード' : 'PDFで読む',
  })
  const paper = <K extends Snapshot['kind']>(kind: K) => {
    const one = whole.find((handIn) => handIn.kind === kind)
    return one ? { part: part(one), body: one.body as Extract<Snapshot, { kind: K }>['body'] } : null
  }
  const [board, closing, model] = [paper('board'), paper('closing'), paper('logic_model')]
  const own = isOwn(actor, region)
  return {
    title: `${region.name}の資料（${label}）`,
    crumbs: jointCrumbs(joint, `${region.name}の資料`),
    heading: `${region.name}の資料`,
    note: own
      ? `読む人：${JOINT_READERS(joint, heldOn ? monthDay(heldOn) : '')}`
      : `${label}のために${region.name}が出した資料です。この会に参加する人だけが読めます。`,
    files: current.filter(({ kind }) => kind === 'file').map(part),
    board: board && { ...board.part, theme: board.body.head.theme, columns: columnsOf(board.body) },
    closing: closing && { ...closing.part, sections: closing.body.sections },
    model: model && {
      ...model.part,
      svg: modelPicture(model.body, { title: `${region.name} ロジックモデル`, idPrefix: 'joint' }).svg,
    },
    emptyText: current.length === 0 ? 'この地域の資料は、まだ出ていません。' : null,
    questions,
    askHref: `${paths.jointQuestions(programme.id)}?to=${region.id}`,
    ownHref: own && may(actor, 'region.view', region) ? paths.regionJoint(region.id) : null,
    backHref: paths.jointReport(programme.id),
  }
}
