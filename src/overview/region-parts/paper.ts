import { SCENES } from '../../programme/regions/regions.ts'
import type { PartKey } from '../../programme/sections/sections.ts'
import {
  block,
  COLUMNS,
  HYPOTHESIS,
  INDICATORS,
  idIn,
  isObject,
  items,
  type Json,
  listIn,
  MODEL,
  NODE_STATES,
  named,
  type PartBlock,
  type PartView,
  PERSONA,
  single,
  textIn,
} from './parts.ts'

interface Made {
  blocks?: PartBlock[]
  columns?: PartBlock[]
  summary?: string
}
type Parts = ReadonlyMap<string, unknown>

function profile(v: Json): Made {
  const per = (n: unknown) => (typeof n === 'number' ? `${n}%` : '')
  const people = typeof v.population === 'number' ? `${v.population.toLocaleString('ja-JP')}人` : ''
  const facts = [
    { term: '人口', text: people },
    { term: '高齢化率（65歳以上）', text: per(v.agingRate65) },
    { term: '75歳以上の割合', text: per(v.agingRate75) },
    { term: '要介護認定率', text: per(v.careCertRate) },
    { term: '時点', text: textIn(v.asOf) },
    { term: '担当部署', text: textIn(v.department) },
    { term: '委託先', text: listIn(v.contractors).map(textIn).filter(Boolean).join('、') },
  ]
  const blocks = [
    block('基本の数字', [], facts),
    block('利点', items(v.strengths)),
    block('課題', items(v.issues)),
    single('医療の特徴', v.medical),
    single('介護の特徴', v.care),
    single('事業の現況', v.currentStatus),
    block('調査から', items(v.survey)),
  ]
  return { blocks, summary: people ? `人口${people}` : `${blocks.flatMap((b) => b.items).length}件` }
}

function persona(v: Json): Made {
  const blocks = Object.entries(PERSONA).map(([key, heading]) => single(heading, v[key]))
  const filled = blocks.filter((b) => b.items.length > 0).length
  return { blocks, summary: `${blocks.length}欄のうち${filled}欄` }
}

function hypotheses(v: unknown, parts: Parts): Made {
  const evidence = new Map(listIn(parts.get('evidence')).map((e) => [idIn(e), isObject(e) ? textIn(e.text) : '']))
  const shown = items(v, (one) => [
    HYPOTHESIS[textIn(one.status) as keyof typeof HYPOTHESIS],
    named('意見をもらった人', listIn(one.checkedWith).map(textIn).filter(Boolean).join('、')),
    named(
      '裏づけ',
      listIn(one.evidence)
        .map((id) => evidence.get(textIn(id)) ?? '')
        .filter(Boolean)
        .join('、'),
    ),
  ])
  const open = listIn(v).every((one) => isObject(one) && one.status === 'hypothesis')
  return { blocks: [block('', shown)], summary: `${shown.length}件${open && shown.length > 0 ? '、どれも仮説' : ''}` }
}

const evidence = (v: unknown): Made => {
  const shown = items(v, (one) => [
    named('値', one.value === null || one.value === undefined ? '' : `${textIn(one.value)}${textIn(one.unit)}`),
    named('時点', textIn(one.period)),
    named('出典', textIn(one.source)),
    named('方法', textIn(one.method)),
  ])
  return { blocks: [block('', shown)] }
}

function logicModel(v: Json): Made {
  const nodes = listIn(v.nodes).filter(isObject)
  const words = new Map(nodes.map((n) => [textIn(n.id), textIn(n.text)]))
  const links = listIn(v.links).filter(isObject)
  const nextOf = (id: string) =>
    links
      .filter((l) => l.from === id)
      .map((l) => words.get(textIn(l.to)) ?? '')
      .filter(Boolean)
  const smallOf = (n: Json) => [
    named('主語', textIn(n.subject)),
    SCENES[textIn(n.scene) as keyof typeof SCENES],
    NODE_STATES[textIn(n.status)],
    named('※要相談', textIn(n.consultWith)),
    n.reprintOf ? '（再）' : null,
    named('つながる先', nextOf(textIn(n.id)).join('／')),
  ]
  const columns = Object.entries(COLUMNS).map(([kind, heading]) =>
    block(
      heading,
      items(
        nodes.filter((n) => n.kind === kind),
        smallOf,
      ),
    ),
  )
  const indicators = items(v.indicators, (one) => [
    INDICATORS[textIn(one.type)],
    named('箱', words.get(textIn(one.nodeId)) ?? ''),
    named('基準値', textIn(one.baseline)),
    named('目標値', textIn(one.target)),
    named('出典', textIn(one.dataSource)),
  ])
  const blocks = [
    block(
      'いまの状態',
      [],
      [
        { term: '状態', text: MODEL[textIn(v.status)] ?? '' },
        { term: '補足', text: textIn(v.note) },
      ].filter((f) => f.text),
    ),
    single('目標', v.goal),
    block(
      '方向',
      items(v.directions, (one) => [SCENES[textIn(one.scene) as keyof typeof SCENES]]),
    ),
    block('指標', indicators),
  ]
  const summary = nodes.length > 0 ? `箱${nodes.length}、つながり${links.length}` : (MODEL[textIn(v.status)] ?? '')
  return { blocks, columns: nodes.length > 0 ? columns : [], summary }
}

function closing(v: Json): Made {
  const before = new Map(listIn(v.before).map((one) => [idIn(one), isObject(one) ? textIn(one.text) : '']))
  const answered = (one: Json) =>
    listIn(one.answers)
      .map((id) => before.get(textIn(id)) ?? '')
      .filter(Boolean)
  const own = [
    items(v.before),
    items(v.changes, (one) => [named('答えた課題', answered(one).join('／'))]),
    items(v.next),
  ] as const
  const blocks = [block('支援前の課題', own[0]), block('支援前後の変化', own[1]), block('今後について', own[2])]
  return { blocks, summary: `前${own[0].length}、変化${own[1].length}、今後${own[2].length}` }
}

const lessons = (v: Json): Made => ({
  blocks: [block('得られた手法', items(v.methods)), block('市町村の支援に必要なこと', items(v.supportNeeds))],
})

function made(key: PartKey, parts: Parts): Made {
  const v = parts.get(key)
  if (Array.isArray(v)) {
    if (key === 'hypotheses') return hypotheses(v, parts)
    return key === 'evidence' ? evidence(v) : { blocks: [block('', items(v))] }
  }
  if (!isObject(v)) return {}
  const makers: Partial<Record<PartKey, (v: Json) => Made>> = {
    profile,
    personaSheet: persona,
    logicModel,
    closing,
    lessonsForOthers: lessons,
  }
  return makers[key]?.(v) ?? {}
}

/** A kept part as people read it, or null when the record has none. Nothing raw is shown: what has no label stays in the export. */
export function partView(key: PartKey, parts: Parts): PartView | null {
  const { blocks = [], columns = [], summary } = made(key, parts)
  const filled = blocks.filter(
    (b) => b.items.length > 0 || b.facts.some((f) => f.text !== '') || b.heading in WITH_GAPS,
  )
  const all = [...filled, ...columns].flatMap((b) => b.items)
  if (all.length === 0 && filled.every((b) => b.facts.length === 0)) return null
  return { blocks: filled, columns, summary: summary ?? `${all.length}件`, inferred: all.some((item) => item.inferred) }
}

/** Empty boxes of the persona sheet are shown too: 「—」 is a valid value. */
const WITH_GAPS: Record<string, true> = Object.fromEntries(Object.values(PERSONA).map((heading) => [heading, true]))
