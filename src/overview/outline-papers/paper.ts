import { printOf, shownText } from '../../papers/sheets/paper.ts'
import { profileTemplate } from '../../papers/templates/profile.ts'
import { type Body, type Field, fieldsOf, isEmpty, rowsIn, textIn } from '../../papers/templates/templates.ts'
import type { Block, Paper } from '../../platform/docx/docx.ts'
import { bodyOf, type ClosingFacts, gapsNote, NOT_YET, orNotYet, paperOf } from '../closing-papers/closing-papers.ts'

const ROUND = '①②③④⑤⑥⑦⑧⑨⑩'
const MOST = 3

const textsIn = (body: Body, key: string): string[] =>
  rowsIn(body, key).flatMap(({ text }) => ((text ?? '').trim() === '' ? [] : [text ?? '']))

const numbered = (texts: readonly string[]): string =>
  texts.map((text, at) => `${ROUND[at] ?? '・'} ${text}`).join('\n')
const listed = (texts: readonly string[]): string => texts.map((text) => `・${text}`).join('\n')

/** Said where a closed record has the words and nobody can write them in any more. */
const FROM_RECORD = '（回の記録から）'

interface Told {
  label: string
  text: string
}

/** The fields in the order of the R5 reports. What a sample's sheet leaves open its record may tell, and says so. */
export function outlineRows(facts: ClosingFacts): Told[] {
  const body = bodyOf(facts, 'support_outline')
  const { records, advice, gathered } = facts.record
  const told = (own: string, recorded: string): string =>
    own.trim() === '' && facts.region.isSample && recorded !== '' ? `${FROM_RECORD}\n${recorded}` : own
  const policy = textsIn(records, 'policy')
  return [
    { label: '取組の方針', text: told(numbered(textsIn(body, 'policy')), numbered(policy.slice(0, MOST))) },
    { label: '課題と現状', text: told(textIn(body, 'issuesNow'), textIn(gathered, 'issuesNow')) },
    { label: 'アドバイザーとの検討', text: told(textIn(body, 'advisorTalks'), textIn(advice, 'talks')) },
    { label: '中間報告', text: told(textIn(body, 'interim'), textIn(records, 'interim')) },
    { label: '最終報告', text: told(textIn(body, 'final'), textIn(records, 'final')) },
    { label: '成果等', text: told(textIn(body, 'results'), textIn(gathered, 'results')) },
    { label: '作ったもの', text: listed(textsIn(body, 'deliverables')) },
  ]
}

/** 得られた手法 and 市町村支援に必要な事項, numbered as in the reports: three places each, more if there are more. */
export function lessonRows(facts: ClosingFacts): string[][] {
  const body = bodyOf(facts, 'support_outline')
  const [methods, needs] = [textsIn(body, 'methods'), textsIn(body, 'supportNeeds')]
  const rows = Math.max(MOST, methods.length, needs.length)
  const cell = (texts: readonly string[], at: number) => `${ROUND[at] ?? '・'} ${texts[at] ?? (at < MOST ? '—' : '')}`
  return Array.from({ length: rows }, (_, at) => [cell(methods, at), cell(needs, at)])
}

export function outlineGaps(facts: ClosingFacts): string[] {
  const body = bodyOf(facts, 'support_outline')
  const lessons = [
    textsIn(body, 'methods').length === 0 ? '得られた手法' : '',
    textsIn(body, 'supportNeeds').length === 0 ? '市町村支援に必要な事項' : '',
  ]
  const open = [...lessons, ...outlineRows(facts).map(({ label, text }) => (text.trim() === '' ? label : ''))].filter(
    Boolean,
  )
  return open.length > 0 ? [`${NOT_YET}：${open.join('、')}`] : []
}

/** 支援の概要 in the layout of the R5 reports: what others may take from it first, then the course. */
export function outlinePaper(facts: ClosingFacts): Paper {
  return paperOf(facts, {
    title: '支援の概要',
    kind: 'support_outline',
    blocks: [
      { kind: 'facts', rows: [{ term: 'テーマ', text: facts.region.theme || '—' }] },
      ...gapsNote(outlineGaps(facts)),
      {
        kind: 'table',
        head: ['この支援から得られた手法', '市町村支援に必要な事項'],
        rows: lessonRows(facts),
        widths: [1, 1],
      },
      { kind: 'table', head: ['項目', '内容'], rows: outlineRows(facts).map(rowOf), widths: [1, 5] },
    ],
  })
}

const rowOf = ({ label, text }: Told): string[] => [label, orNotYet(text)]

const FIGURES = ['population', 'agingRate65', 'agingRate75', 'careCertRate']

const fieldText = (body: Body, field: Field): string => {
  const value = textIn(body, field.key)
  const text = shownText(field, value)
  return text === '' || text === '—' ? text : `${text}${field.unit ?? ''}`
}

const NO_VALUE = '—'

/** Empty places of 自治体概要. 「—」 says that there is no such thing, and is an answer. */
export function profileGaps(facts: ClosingFacts): string[] {
  const body = bodyOf(facts, 'profile')
  const open = fieldsOf(profileTemplate).filter(({ key }) => isEmpty(body[key]))
  return open.length > 0 ? [`${NOT_YET}：${open.map(({ label }) => label).join('、')}`] : []
}

/** 自治体概要: figures on top, then strengths, issues, medicine, care and how far the work has come. */
export function profilePaper(facts: ClosingFacts): Paper {
  const body = bodyOf(facts, 'profile')
  const fields = fieldsOf(profileTemplate)
  const figures = fields.filter(({ key }) => FIGURES.includes(key))
  const printed = new Map(
    printOf(profileTemplate, body)
      .flatMap((section) => section.fields)
      .map((field) => [field.key, field]),
  )
  const told = fields
    .filter(({ key }) => !FIGURES.includes(key) && key !== 'asOf' && key !== 'source')
    .map(({ key, label }) => {
      const field = printed.get(key)
      const rows = (field?.rows ?? []).map(({ cells }) => `・${cells.filter(Boolean).join('：')}`)
      return [label, orNotYet(rows.length > 0 ? rows.join('\n') : (field?.text ?? ''))]
    })
  const origin = ['asOf', 'source'].map((key) => textIn(body, key)).filter(Boolean)
  const head: Block = {
    kind: 'table',
    head: figures.map(({ label }) => label),
    rows: [figures.map((field) => fieldText(body, field) || NO_VALUE)],
    widths: figures.map(() => 1),
  }
  return paperOf(facts, {
    title: '自治体概要',
    kind: 'profile',
    blocks: [
      ...gapsNote(profileGaps(facts)),
      head,
      {
        kind: 'text',
        text: origin.length > 0 ? `数字：${origin.join('、')}` : '数字の時点と出どころ：（まだ書かれていません）',
      },
      { kind: 'table', head: ['項目', '内容'], rows: told, widths: [1, 5] },
    ],
  })
}
