import { diffOf, isRecord, partsOf } from '../../papers/documents/body.ts'
import type { Change } from '../../papers/documents/documents.ts'
import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import {
  COMPARED,
  EVIDENCE_COLUMNS,
  EVIDENCE_KINDS,
  evidenceOf,
  evidenceWords,
  labelIn,
  SIDES,
  SOURCES,
} from '../evidence/evidence.ts'

const COLUMNS: Record<string, string> = {
  text: '文',
  parent: '上の仮説',
  issue: '課題',
  withdrawn: '取り下げの理由',
  mergedInto: '統合した先',
  origin: 'もとの文',
  cause: 'どの仮説の材料か',
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return [...line].length > 60 ? `${[...line].slice(0, 60).join('')}…` : line
}

const textOf = (body: Body, id: string): string => {
  const row = rowsIn(body, 'causes').find((one) => one.id === id)
  return row ? short(row.text ?? '') || 'まだ文のない仮説' : '消した仮説'
}

/** 「仮説2 文」「裏づけ1 出典」 */
export function placeOf(path: string, body: Body): string {
  const [key = '', id, column] = partsOf(path)
  const isCause = key === 'causes'
  if (path.startsWith('order:')) return isCause ? '仮説の並び順' : '裏づけの並び順'
  if (id === undefined) return isCause ? '真因の仮説' : key === 'evidence' ? '裏づけ' : '取りこんだときの控え'
  const at = rowsIn(body, key).findIndex((row) => row.id === id)
  const noun = isCause ? '仮説' : '裏づけ'
  const row = at < 0 ? `消した${noun}` : `${noun}${at + 1}`
  if (column === undefined) return row
  const named = column === 'rest' ? '控え' : labelIn(isCause ? COLUMNS : { ...COLUMNS, ...EVIDENCE_COLUMNS }, column)
  return `${row} ${named}`
}

const LABELS: Record<string, Record<string, string>> = {
  side: SIDES,
  kind: EVIDENCE_KINDS,
  comparedWith: COMPARED,
  source: SOURCES,
}

/** What stands at a place, as people write it. */
export function shownAt(path: string, value: unknown, body: Body): string {
  const [key = '', id, column] = partsOf(path)
  if (value === null || value === undefined || path.startsWith('order:') || column === 'rest') return ''
  if (column === 'parent' || column === 'mergedInto' || column === 'cause')
    return value ? textOf(body, String(value)) : ''
  if (column !== undefined) return labelIn(LABELS[column] ?? {}, String(value))
  if (id !== undefined) return isRecord(value) ? rowWords(key, value as Row) : ''
  return Array.isArray(value)
    ? value
        .filter(isRecord)
        .map((row) => rowWords(key, row as Row))
        .join('\n')
    : ''
}

function rowWords(key: string, row: Row): string {
  if (key === 'causes') return row.text ?? ''
  const [one] = evidenceOf({ evidence: [row] })
  return one ? evidenceWords(one) : ''
}

interface Told {
  path: string[]
  before: string
  after: string
  bodies: { before: Body; after: Body }
}

const causeSentences: Record<string, (told: Told, name: string) => string> = {
  text: ({ before, after }) =>
    before === '' ? `「${short(after)}」と書きました` : `「${short(before)}」を「${short(after)}」に言いかえました`,
  parent: ({ after, bodies }, name) =>
    after === ''
      ? `${name}を、いちばん上の仮説にしました`
      : `${name}を、「${textOf(bodies.after, after)}」の「なぜ？」に移しました`,
  issue: ({ after }, name) => (after === '' ? `${name}と課題の結びつきを外しました` : `${name}を課題に結びつけました`),
  withdrawn: ({ before, after }, name) => {
    if (after === '') return `${name}を、もう一度考えることにしました`
    return before === '' ? `${name}を取り下げました（理由：${short(after)}）` : `${name}の取り下げの理由を直しました`
  },
  mergedInto: ({ after, bodies }, name) =>
    after === '' ? `${name}の統合をやめました` : `${name}を「${textOf(bodies.after, after)}」に統合しました`,
}

/** What changed, in sentences; `of` leaves only what touches one cause and its evidence. */
export function sentencesOf(before: Body, after: Body, of?: string): string[] {
  return diffOf(before, after).flatMap((change) => {
    const [key = '', id = ''] = partsOf(change.path)
    const touches = [before, after].flatMap((body) => rowsIn(body, key).filter((row) => row.id === id))
    const isOf = key === 'causes' ? id === of : touches.some((row) => row.cause === of)
    if (of !== undefined && !isOf) return []
    return sentenceOf(change, { before, after })
  })
}

function sentenceOf(change: Change, bodies: Told['bodies']): string[] {
  const path = partsOf(change.path)
  const [key, id = '', column] = path
  if (change.path.startsWith('order:')) return key === 'causes' ? ['仮説の順番を変えました'] : []
  if (column === 'rest' || column === 'origin' || (key !== 'causes' && key !== 'evidence')) return []
  const told = { path, before: String(change.before ?? ''), after: String(change.after ?? ''), bodies }
  if (key === 'evidence') return [evidenceSentence(change, told)]
  if (column !== undefined) {
    const name = `「${textOf(bodies.after, id)}」`
    return [causeSentences[column]?.(told, name) ?? `${name}を直しました`]
  }
  const row = (change.after ?? change.before) as Row
  if (change.after === null) return [`仮説「${short(row.text ?? '')}」を消しました`]
  const under = row.parent ? `「${textOf(bodies.after, row.parent)}」の「なぜ？」として` : ''
  return [`${under}「${short(row.text ?? '')}」という仮説を立てました`]
}

function evidenceSentence(change: Change, { path, bodies }: Told): string {
  const [, id = '', column] = path
  const [one] = evidenceOf({
    evidence: rowsIn(change.after === null ? bodies.before : bodies.after, 'evidence').filter((row) => row.id === id),
  })
  if (!one) return '裏づけを直しました'
  const noun = one.side === 'for' ? '裏づけ' : '合わない材料'
  const words = short(evidenceWords(one))
  if (column !== undefined)
    return column === 'cause'
      ? `${noun}を、「${textOf(bodies.after, one.cause)}」へ移しました：${words}`
      : `${noun}の${labelIn(EVIDENCE_COLUMNS, column)}を直しました：${words}`
  return change.after === null ? `${noun}を消しました：${words}` : `${noun}を足しました：${words}`
}
