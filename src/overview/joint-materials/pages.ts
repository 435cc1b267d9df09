import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { FILE_KINDS } from '../../platform/files/kinds.ts'
import { clock, dayOf, monthDay, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Choice } from '../../programme/programmes/programmes.ts'
import { type Region, readOnlyReason } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import type { Ready } from '../joint-papers/joint-papers.ts'
import type { ShownQuestion } from '../joint-questions/joint-questions.ts'
import { JOINT_READERS, type Joint, whenWords } from '../joint-report/joint-report.ts'
import { MATERIAL_KINDS } from './forms.ts'
import { currentOf, dueText, earlierOf, HAND_IN_KINDS, type Listed, lateNote, mayWithdraw } from './joint-materials.ts'

export interface ShownHandIn {
  id: string
  kind: string
  title: string
  note: string
  by: string
  href: string
  earlier: { label: string; href: string }[]
  endTo: string | null
}

export interface RegionJointPage extends PageBase {
  around: RegionFrame
  heading: string
  facts: { term: string; text: string; href?: string }[]
  note: string | null
  rows: ShownHandIn[]
  taken: { title: string; text: string }[]
  readers: string
  handInTo: string | null
  papers: { kind: string; label: string; href: string; reason: string | null; again: boolean }[]
  replaces: Choice[]
  kindsText: string
  accept: string
  peerHref: string
  questions: ShownQuestion[]
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-materials/region': RegionJointPage
  }
}

export const byWords = ({ byName, onBehalfOf, handedAt, version }: Listed): string => {
  const at = `${warekiShort(dayOf(handedAt))} ${clock(handedAt)}`
  const who = onBehalfOf ? `${byName}さん（${onBehalfOf}に代わって）` : `${byName}さん`
  return `${at}・${who}${version > 1 ? `・第${version}版` : ''}`
}

export function shownHandIn(joint: Joint, one: Listed, all: readonly Listed[], mayEnd: boolean): ShownHandIn {
  const fileHref = (id: string) => paths.jointFile(joint.programme.id, one.regionId, id)
  return {
    ...{ id: one.id, kind: HAND_IN_KINDS[one.kind], title: one.title, note: one.note, by: byWords(one) },
    href: fileHref(one.id),
    earlier: earlierOf(all, one).map((old) => ({ label: `${old.title}（${byWords(old)}）`, href: fileHref(old.id) })),
    endTo: mayEnd && mayWithdraw(joint, one) ? paths.jointHandInEnd(one.regionId, one.id) : null,
  }
}

interface View {
  actor: Actor
  region: Region
  joint: Joint
  handIns: readonly Listed[]
  ready: readonly Ready[]
  questions: ShownQuestion[]
  dueOn: string | null
  now: Date
  form: FormState
}

const labels = () => MATERIAL_KINDS.map((kind) => FILE_KINDS[kind].label).join('、')

/** What goes to the others, and who they are, stands above every press. */
export function regionJointPage(view: View): RegionJointPage {
  const { actor, region, joint, handIns, ready, dueOn, now, form } = view
  const open = readOnlyReason(region) === null && may(actor, 'joint.hand_in', region)
  const current = currentOf(handIns)
  const files = current.filter(({ kind }) => kind === 'file')
  return {
    title: `${region.name} ${joint.label}`,
    crumbs: regionCrumbs(region, joint.label),
    heading: `${joint.label}に出す資料`,
    around: regionFrame(actor, region, 'joint'),
    facts: [
      { term: '日時', text: whenWords(joint) },
      { term: '資料の期日', text: dueText(dueOn, now) },
      { term: '会の全体', text: `${joint.label}のページをひらく`, href: paths.jointReport(joint.programme.id) },
    ],
    note: lateNote(joint, dueOn, now),
    rows: current.map((one) => shownHandIn(joint, one, handIns, open)),
    taken: handIns.flatMap(({ title, withdrawnAt, withdrawnBy }) =>
      withdrawnAt ? [{ title, text: `${warekiShort(dayOf(withdrawnAt))}に${withdrawnBy}さんが取り下げました` }] : [],
    ),
    readers: JOINT_READERS(joint, joint.heldOn ? monthDay(joint.heldOn) : ''),
    handInTo: open ? paths.jointHandIns(region.id) : null,
    papers: ready.map(({ kind, href, reason }) => ({
      ...{ kind, href, reason, label: HAND_IN_KINDS[kind] },
      again: current.some((one) => one.kind === kind),
    })),
    replaces: files.map(({ seriesId, title }) => ({ value: seriesId, label: `「${title}」と差しかえる` })),
    kindsText: `${labels()}。1つ20MBまで`,
    accept: MATERIAL_KINDS.flatMap((kind) => FILE_KINDS[kind].extensions.map((end) => `.${end}`)).join(','),
    peerHref: paths.jointRegion(joint.programme.id, region.id),
    questions: view.questions,
    form,
  }
}
