import { same } from '../../papers/documents/body.ts'
import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import {
  isItem,
  itemsOf,
  type ListLens,
  landList,
  liftList,
  numberOr,
  restOf,
  textOf,
  wordOf,
} from '../case-lenses/case-lenses.ts'

type Parts = Readonly<Record<string, unknown>>

/** One evidence may speak for several hypotheses: it stands under each, and comes out once. */
export function landCauses(parts: Parts): Body {
  const hypotheses = itemsOf(parts.hypotheses)
  const causes = landList(parts.hypotheses, hypothesisLens)
  const idOf = (n: number) => causes[n]?.id ?? ''
  const evidence = landList(parts.evidence, evidenceLens).flatMap((row): Row[] => {
    const owners = hypotheses.flatMap((h, n) =>
      Array.isArray(h.evidence) && h.evidence.includes(row.id) ? [idOf(n)] : [],
    )
    const [first = '', ...others] = owners
    return [{ ...row, cause: first }, ...others.map((cause) => ({ ...row, id: `${row.id}_${cause}`, cause }))]
  })
  return { causes, evidence }
}

const WITHDRAWN = '取り込んだ記録で取り下げられていました'
const HYPOTHESIS_KEYS = ['id', 'text', 'status', 'checkedWith']
const hypothesisLens: ListLens = {
  prefix: 'hypothesis',
  toRow: (item, id) => ({
    id,
    text: textOf(item),
    ...(isItem(item) && {
      checkedWith: (Array.isArray(item.checkedWith) ? item.checkedWith : []).map(textOf).filter(Boolean).join('、'),
      withdrawn: item.status === 'withdrawn' ? WITHDRAWN : '',
      claimed: item.status === 'supported' ? 'supported' : '',
    }),
    rest: restOf(item, HYPOTHESIS_KEYS),
  }),
  fromRow: (row, was) => ({
    ...(was ?? { id: row.id, src: [], inf: false }),
    text: row.text ?? '',
    status: row.withdrawn || row.mergedInto ? 'withdrawn' : row.claimed ? 'supported' : 'hypothesis',
    checkedWith: was?.checkedWith ?? [],
  }),
}

const EVIDENCE_KEYS = ['id', 'text', 'value', 'unit', 'period', 'source', 'method']
const evidenceLens: ListLens = {
  prefix: 'evidence',
  toRow: (item, id) => ({
    id,
    side: 'for',
    kind: isItem(item) && (wordOf(item.value) || wordOf(item.unit)) ? 'number' : 'record',
    text: textOf(item),
    ...(isItem(item) && {
      ...{ value: wordOf(item.value), unit: wordOf(item.unit), period: wordOf(item.period) },
      ...{ source: wordOf(item.source), method: wordOf(item.method) },
    }),
    rest: restOf(item, EVIDENCE_KEYS),
  }),
  fromRow: (row, was) => ({
    ...(was ?? { id: row.id, src: [], inf: false }),
    text: row.text ?? '',
    value: row.value ? numberOr(row.value) : percentOf(row),
    ...{ unit: row.unit || (row.denominator ? '%' : null), period: row.period || null },
    ...{ source: row.source || null, method: row.method || null },
  }),
}

const percentOf = (row: Row): number | null => {
  const [n, of] = [Number(row.numerator), Number(row.denominator)]
  return row.numerator && of > 0 ? Math.round((n / of) * 1000) / 10 : null
}

export function liftCauses(parts: Parts, body: Body): { evidence: unknown; hypotheses: unknown } {
  const rows = rowsIn(body, 'evidence')
  const own = rows.filter((row) => !rows.some((other) => other.id !== row.id && row.id === `${other.id}_${row.cause}`))
  const plain = own.map(({ cause: _, ...row }) => row as Row)
  const evidence = liftList(parts.evidence, plain, evidenceLens)
  const listed = liftList(parts.hypotheses, rowsIn(body, 'causes'), hypothesisLens)
  const ids = rowsIn(body, 'causes').map((row) => row.id)
  const root = (row: Row) => plain.find((one) => row.id === one.id || row.id === `${one.id}_${row.cause}`)?.id
  const hypotheses = itemsOf(listed).map((item, n) => {
    const now = [...new Set(rows.filter((row) => row.cause === ids[n]).flatMap((row) => root(row) ?? []))]
    return same(item.evidence ?? [], now) ? item : { ...item, evidence: now }
  })
  return { evidence, hypotheses }
}
