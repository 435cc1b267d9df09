import { type Actor, ROLES } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { sizeWords } from '../../programme/region-files/region-files.ts'
import { TAKEN } from '../tool-files/paper.ts'
import { TOOL_KINDS, type Tool } from '../tool-files/tool-files.ts'
import { COMMENT_STATES, type CommentState, commentStateOf, type FileComment } from './file-reviews.ts'

interface ShownComment {
  id: string
  text: string
  by: string
  state: CommentState
  word: string
  answer: string | null
  answeredBy: string
  answerTo: string | null
  form: FormState
}

export interface FileReviewPage {
  heading: string
  kind: string
  about: string
  versions: {
    label: string
    href: string
    name: string
    by: string
    size: string
    note: string
    comments: ShownComment[]
  }[]
  form: FormState
  /** The version a new opinion is about. */
  newest: { number: number; label: string } | null
  saveTo: string | null
  readers: string
  upload: { to: string; accept: string; kindsText: string; maxBytes: number; form: FormState } | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/file-reviews/show': FileReviewPage
  }
}

const READERS = '事務局、WG委員、アドバイザー、厚生労働省・厚生局が読みます。市町村・都道府県・委託先には見えません'
const moment = (at: string): string => `${warekiShort(dayOf(at))} ${clock(at)}`

export interface ReviewView {
  actor: Actor
  programme: Programme
  tool: Tool
  comments: readonly FileComment[]
  /** What was typed and refused: in the box for a new opinion, in the answer to one, or beside the file. */
  typed?: { at: string; form: FormState } | undefined
}

function commentShown(view: ReviewView, one: FileComment): ShownComment {
  const { actor, programme, tool, typed } = view
  const state = commentStateOf(one)
  return {
    ...{ id: one.id, text: one.text, state, word: COMMENT_STATES[state] },
    by: `${one.personName}${one.role ? `（${ROLES[one.role]}）` : ''} ${moment(one.createdAt)}`,
    answer: one.answer,
    answeredBy: one.answeredAt ? `${one.answeredBy} ${moment(one.answeredAt)}` : '',
    answerTo:
      isOpen(view) && may(actor, 'tools.edit', programme) ? paths.fileComment(programme.id, tool.id, one.id) : null,
    form: typed?.at === one.id ? typed.form : emptyForm({ answer: one.answer ?? '' }),
  }
}

const isOpen = ({ programme }: ReviewView): boolean => !programme.isSample

export function fileReviewPage(view: ReviewView): FileReviewPage & PageBase {
  const { actor, programme, tool, comments, typed } = view
  const [newest] = tool.versions
  const isLeaflet = tool.kind === 'leaflet'
  const list = isLeaflet ? paths.leaflets(programme.id) : paths.tools(programme.id)
  const listLabel = isLeaflet ? TOOL_KINDS.leaflet : 'ツールのファイル'
  const mayRenew = isOpen(view) && isLeaflet && !tool.retiredAt && may(actor, 'tools.edit', programme)
  return {
    title: `${tool.name}への意見`,
    crumbs: programmeCrumbs(programme, { label: listLabel, href: list }, { label: `${tool.name}への意見` }),
    heading: tool.name,
    kind: TOOL_KINDS[tool.kind],
    about: tool.about,
    versions: tool.versions.map((v) => ({
      label: `第${v.number}版`,
      href: paths.fileReviewVersion(programme.id, tool.id, v.number),
      ...{ name: v.fileName, size: sizeWords(v.bytes), note: v.note },
      by: `${moment(v.createdAt)} ${v.createdBy}`,
      comments: comments.filter((one) => one.versionId === v.id).map((one) => commentShown(view, one)),
    })),
    form: typed?.at === 'new' ? typed.form : emptyForm(),
    newest: newest ? { number: newest.number, label: `第${newest.number}版への意見` } : null,
    saveTo:
      newest && isOpen(view) && may(actor, 'file.comment', programme)
        ? paths.fileComments(programme.id, tool.id)
        : null,
    readers: READERS,
    upload: mayRenew
      ? { to: paths.fileReview(programme.id, tool.id), ...TAKEN, form: typed?.at === 'file' ? typed.form : emptyForm() }
      : null,
  }
}
