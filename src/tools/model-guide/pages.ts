import { CIRCLE_READERS } from '../../access/circles.ts'
import { type Body, SCENES } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { boxName, columnsOf, numbersOf, tiesOf } from '../box-names/box-names.ts'
import { type Box, boxesOf, KINDS, type Kind, linksOf } from '../logic-models/logic-models.ts'
import { type Starter, type StarterBox, startersOf } from '../model-starters/model-starters.ts'
import type { PaperAt } from '../papers/papers.ts'
import type { RowField } from '../row-forms/row-forms.ts'
import { nextOf, STEPS, type Step } from './model-guide.ts'

type Tabs = { label: string; href: string; current: boolean; count?: number }[]
type Choice = { value: string; label: string; hint?: string; checked: boolean }

export interface GuidePage {
  heading: string
  lead: string | null
  readers: string
  tabs: Tabs
  steps: Tabs
  step: Pick<Step, 'key' | 'heading' | 'lead'>
  hidden: { name: string; value: string }[]
  scenes: Choice[]
  starters: { heading: string; choices: Choice[] }[]
  sceneLabel: string
  standing: { heading: string; boxes: { label: string; href: string; note: string }[] }[]
  fields: readonly RowField[]
  addLabel: string
  ticks: { name: string; heading: string; choices: Choice[]; empty: string | null }[]
  guideTo: string
  writes: boolean
  next: { label: string; href: string }
  backTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/model-guide/show': GuidePage
  }
}

export interface GuideView {
  regionId: string
  at: PaperAt
  tabs: Tabs
  step: Step
  scene: string
  form: FormState
}

const hrefOf = (regionId: string, step: Step, scene: string): string =>
  `${paths.logicModelGuide(regionId)}?${new URLSearchParams({ step: step.key, ...(scene && { scene }) })}`

export function guidePage(view: GuideView): GuidePage & { title: string } {
  const { regionId, at, step, scene } = view
  const { body } = at.head
  const columns = columnsOf(boxesOf(body))
  const ahead = nextOf(step)
  const [starter] = scene ? startersOf([scene]) : []
  return {
    ...{ title: `右から順に考える：${step.label}`, heading: '右から順に考える', lead: at.closed },
    ...{ readers: CIRCLE_READERS[at.circle], tabs: view.tabs, form: view.form, fields: step.fields },
    steps: STEPS.map((one, i) => ({
      ...{ label: `${i + 1} ${one.label}`, href: hrefOf(regionId, one, scene), current: one === step },
      ...(one.kinds.length > 0 && { count: one.kinds.reduce((sum, kind) => sum + columns[kind].length, 0) }),
    })),
    step: { key: step.key, heading: step.heading, lead: step.lead },
    hidden: [
      { name: 'step', value: step.key },
      { name: 'scene', value: scene },
    ],
    scenes: step.key === 'scene' ? scenesFor(scene, columns.final) : [],
    starters: step.key === 'outcomes' && starter ? starterGroups(starter, body) : [],
    sceneLabel: starter?.label ?? '',
    standing: step.kinds.map((kind) => ({ heading: KINDS[kind], boxes: standingIn(kind, view) })),
    addLabel: `${step.kinds.length > 1 ? '箱' : KINDS[step.kinds[0] ?? 'activity']}を足す`,
    ticks: ticksFor(step, view),
    guideTo: paths.logicModelGuide(regionId),
    writes: at.closed === null,
    next: ahead
      ? { label: `次へ：${ahead.label}`, href: hrefOf(regionId, ahead, scene) }
      : { label: '図と表で見る', href: paths.logicModel(regionId) },
    backTo: paths.logicModel(regionId),
  }
}

const scenesFor = (scene: string, finals: readonly Box[]): Choice[] =>
  SCENES.map(({ key, label }) => {
    const many = finals.filter((box) => box.scene === key).length
    return { value: key, label, checked: key === scene, ...(many > 0 && { hint: `最終アウトカムが${many}つあります` }) }
  })

function starterGroups({ finals, intermediates }: Starter, body: Body): GuidePage['starters'] {
  const texts = new Set(boxesOf(body).map(({ kind, text }) => `${kind} ${text}`))
  const open = (kind: Kind, list: readonly StarterBox[]) =>
    list
      .filter(({ text }) => !texts.has(`${kind} ${text}`))
      .map(({ key, text, indicators }) => ({
        ...{ value: key, label: text, checked: false },
        hint: `指標の候補：${indicators.map((one) => one.text).join('、')}`,
      }))
  return [
    { heading: `${KINDS.final}の候補`, choices: open('final', finals) },
    { heading: `${KINDS.intermediate}の候補`, choices: open('intermediate', intermediates) },
  ].filter(({ choices }) => choices.length > 0)
}

function standingIn(kind: Kind, { at, regionId }: GuideView): GuidePage['standing'][number]['boxes'] {
  const boxes = boxesOf(at.head.body)
  const numbers = numbersOf(boxes)
  const ties = tiesOf(linksOf(at.head.body)).to
  return columnsOf(boxes)[kind].map((box) => ({
    label: `${numbers.get(box.id)}　${box.text || '（まだ言葉のない箱）'}`,
    href:
      at.closed === null ? paths.logicModelBox(regionId, box.id) : `${paths.logicModel(regionId)}?box=${box.id}#chosen`,
    note: kind !== 'final' && !ties.has(box.id) ? 'つなぐ先がまだありません' : '',
  }))
}

/** The nearest column to the right that holds anything; further ones only where it does not. */
function ticksFor(step: Step, { at, form }: GuideView): GuidePage['ticks'] {
  const boxes = boxesOf(at.head.body)
  const numbers = numbersOf(boxes)
  const columns = columnsOf(boxes)
  const group = (name: 'to' | 'from', kinds: readonly Kind[], heading: string) => {
    const kind = kinds.find((one) => columns[one].length > 0)
    const picked = [form.values[name] ?? []].flat()
    const choices = (kind ? columns[kind] : []).map((box) => ({
      ...{ value: box.id, label: `${boxName(box, numbers)}　${box.text}`, checked: picked.includes(box.id) },
    }))
    const missing = kinds[0] ? `${KINDS[kinds[0]]}がまだありません。先に足すと、ここでつなげます。` : null
    return { name, heading, choices, empty: choices.length === 0 ? missing : null }
  }
  return [
    ...(step.sources.length > 0 ? [group('from', step.sources, 'どのアクティビティから')] : []),
    ...(step.targets.length > 0 ? [group('to', step.targets, 'つなぐ先（右の列）')] : []),
  ]
}
