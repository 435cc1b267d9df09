import type { Document, Head } from '../../papers/documents/documents.ts'
import { type Body, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { RECORD_SOURCES, type RecordSource } from '../record-sources/record-sources.ts'

/** A paper that something may be carried from, as its reader sees it; the rows of the record read as papers too. */
export interface Source {
  document: Pick<Document, 'id' | 'kind' | 'circle'>
  head: Head
  title: string
  href: string
  placeOf(path: string): string
}

const HOMES: Record<RecordSource, (regionId: string) => string> = {
  records: paths.meetings,
  practices: paths.promises,
  advice: paths.advice,
  measures: paths.indicators,
  gathered: paths.sheets,
}
const WHOLE: Readonly<Record<string, string>> = {
  interim: '途中の回の記録',
  final: 'さいごの回の記録',
  talks: '助言と答え',
  issuesNow: '課題',
  survey: '真因の仮説の裏づけ',
  results: 'まとめの「変わったこと」',
}

const short = (text: string): string => ([...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text)

/** 「支援2」, 「取組「…」」: where in the record a text stands. */
function placeIn(body: Body, path: string): string {
  const [list = '', id] = path.split('/')
  const row = rowsIn(body, list).find((one) => one.id === id)
  if (!row) return WHOLE[list] ?? ''
  const name = row.label ?? row.practice ?? row.advice ?? ''
  return name ? short(name) : (WHOLE[list] ?? '')
}

export const sourceOfRecords = (regionId: string, key: RecordSource, body: Body): Source => ({
  document: { id: key, kind: key, circle: 'region' },
  head: { number: 0, body },
  title: RECORD_SOURCES[key],
  href: HOMES[key](regionId),
  placeOf: (path) => placeIn(body, path),
})
