import { paths } from '../../paths/paths.ts'
import { dayOf, eraFiscalYear, eraShort, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { CASE_TYPES } from '../../programme/regions/regions.ts'
import type { CaseBundle } from '../case-format/body.ts'
import { PART_LABELS, type Remark, remarkText } from '../case-format/case-format.ts'
import type { ImportedRow } from './store.ts'

export interface BundlesPage {
  form: FormState
  checkTo: string
  destinations: { value: string; label: string }[]
  faults: string[]
  imported: { label: string; href: string; kind: string; when: string }[]
}

export interface BundleCheckPage {
  heading: string
  facts: { term: string; text: string }[]
  counts: { term: string; text: string }[]
  notes: string[]
  /** Why it cannot be taken in: what people changed since the last import. */
  edits: string[]
  importTo: string | null
  importLabel: string
  into: string
  audience: string
  againHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/bundle/index': BundlesPage
    'overview/bundle/check': BundleCheckPage
  }
}

const AS_SAMPLE = { value: '', label: '見本として（読むだけ。募集数や地域の重なりには数えません）' }

export function bundlesPage(view: {
  form: FormState
  faults: readonly Remark[]
  programmes: readonly { id: string; name: string }[]
  imported: readonly ImportedRow[]
}): BundlesPage {
  const years = view.programmes.map(({ id, name }) => ({ value: id, label: `「${name}」の支援地域として` }))
  return {
    form: view.form,
    checkTo: paths.bundleCheck,
    destinations: [AS_SAMPLE, ...years],
    faults: view.faults.map(remarkText),
    imported: view.imported.map((row) => ({
      label: `No.${row.number} ${row.name}`,
      href: paths.region(row.regionId),
      kind: row.isSample === 1 ? '見本' : '支援地域',
      when: `${warekiShort(dayOf(row.importedAt))} ${row.byName}`,
    })),
  }
}

const count = (n: number | undefined, unit = '件') => `${n ?? 0}${unit}`
const sum = (lists: readonly (readonly unknown[] | null | undefined)[]) =>
  lists.reduce((total, list) => total + (list?.length ?? 0), 0)

/** How much of what stands in it; what is empty is not listed. */
function countsOf(bundle: CaseBundle): { term: string; text: string }[] {
  const { steps, logicModel, closing } = bundle
  const parts: [keyof typeof PART_LABELS, number][] = [
    ['participants', sum([bundle.participants])],
    ['steps', steps.length],
    ['situation', sum(steps.map((step) => step.situation))],
    ['advice', sum(steps.map((step) => step.advice))],
    ['actions', sum([bundle.actions])],
    ['issuesAtEntry', sum([bundle.issuesAtEntry])],
    ['policy', sum([bundle.policy])],
    ['hypotheses', sum([bundle.hypotheses])],
    ['evidence', sum([bundle.evidence])],
    ['logicModel', sum([logicModel?.nodes])],
    ['closing', sum([closing?.before, closing?.changes, closing?.next])],
    ['deliverables', sum([bundle.deliverables])],
    ['gaps', sum([bundle.gaps])],
  ]
  return parts.filter(([, n]) => n > 0).map(([key, n]) => ({ term: PART_LABELS[key], text: count(n) }))
}

export interface BundleView {
  bundle: CaseBundle
  notes: readonly Remark[]
  edits: readonly string[]
  /** The region it would take the place of. */
  before: { number: number; name: string } | null
  into: { id: string; name: string } | null
  fileId: string
}

export function bundleCheckPage({ bundle, notes, edits, before, into, fileId }: BundleView): BundleCheckPage {
  const { region } = bundle
  const members = region.members.map((member) => member.name).join('、')
  return {
    heading: `「${region.displayName}」の記録一式`,
    facts: [
      { term: '地域', text: `${region.displayName}（${members}）` },
      { term: '都道府県', text: region.prefecture.name },
      { term: '年度', text: `${eraFiscalYear(bundle.fiscalYear)}（${bundle.processTemplate}の進め方）` },
      { term: '地域の型', text: CASE_TYPES[bundle.caseType as keyof typeof CASE_TYPES] },
      { term: '取り込み先', text: into ? `「${into.name}」の支援地域` : '見本（読むだけ）' },
      { term: '入れかわる地域', text: before ? `No.${before.number} ${before.name}` : 'なし（新しく入ります）' },
    ],
    counts: countsOf(bundle),
    notes: notes.map(remarkText),
    edits: [...edits],
    importTo: edits.length > 0 ? null : paths.bundleImport(fileId),
    importLabel: before ? 'この内容に入れかえる' : 'この内容で取り込む',
    into: into?.id ?? '',
    audience: into ? 'その地域に関わる人' : 'このシステムに入れるすべての人',
    againHref: paths.bundles,
  }
}

/** R7_岐南町_記録一式_20251121.json */
export function bundleFileName(at: { fiscalYear: number; name: string; now: Date }): string {
  const name = at.name.replace(/[\\/:*?"<>|\s]+/g, '_')
  return `${eraShort(at.fiscalYear)}_${name}_記録一式_${dayOf(at.now).replaceAll('-', '')}.json`
}
