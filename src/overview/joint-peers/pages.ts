import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { PrintedSection } from '../../papers/sheets/sheets.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, monthDay, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { modelPicture } from '../../tools/model-pictures/picture.ts'
import type { ReleasedBoard } from '../board-releases/board-releases.ts'
import { type BoardSheets, boardSheets } from '../board-sheets/picture.ts'
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
  board: (Part & { sheets: BoardSheets }) | null
  closing: (Part & { sections: PrintedSection[] }) | null
  model: (Part & { svg: string }) | null
  emptyText: string | null
  questions: ShownQuestion[]
  askHref: string | null
  ownHref: string | null
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-peers/show': PeerPage
  }
}

interface View {
  actor: Actor
  joint: Joint
  region: Joint['regions'][number]
  current: readonly Listed[]
  whole: readonly HandIn[]
  questions: ShownQuestion[]
  /** What the secretariat put to the regions; the region's own sheet comes first. */
  released: ReleasedBoard | null
}

/** The address of the sheet the secretariat put to the regions. */
export const RELEASED = 'board'

const releasedPart = (joint: Joint, region: { id: string }, { board, byName, at }: ReleasedBoard) => ({
  ...{ id: 'h-board', heading: HAND_IN_KINDS.board, note: '', hrefLabel: 'PDFで読む' },
  by: `${warekiShort(dayOf(at))}・${byName}さん（事務局）`,
  href: paths.jointFile(joint.programme.id, region.id, RELEASED),
  sheets: boardSheets(board),
})

export function peerPage({ actor, joint, region, current, whole, questions, released }: View): PeerPage {
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
    board: board
      ? { ...board.part, sheets: boardSheets(board.body) }
      : released && releasedPart(joint, region, released),
    closing: closing && { ...closing.part, sections: closing.body.sections },
    model: model && {
      ...model.part,
      svg: modelPicture(model.body, { title: `${region.name} ロジックモデル`, idPrefix: 'joint' }).svg,
    },
    emptyText: current.length === 0 && !released ? 'この地域の資料は、まだ出ていません。' : null,
    questions,
    askHref: may(actor, 'joint.ask', programme) ? `${paths.jointQuestions(programme.id)}?to=${region.id}` : null,
    ownHref: own && may(actor, 'joint.hand_in', region) ? paths.regionJoint(region.id) : null,
    backHref: paths.jointReport(programme.id),
  }
}
