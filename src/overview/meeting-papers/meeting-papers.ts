import type { Circle } from '../../access/circles.ts'
import type { Block, Paper } from '../../platform/docx/docx.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import type { StepGuide } from '../../programme/programmes/programmes.ts'
import type { Rostered } from '../../support/attendances/attendances.ts'
import { ATTENDANCE_PARTS } from '../../support/attendances/attendances.ts'

export const PAPER_KINDS = { agenda: '次第', roster: '参加者名簿', materials: '資料一覧' } as const
export type PaperKind = keyof typeof PAPER_KINDS
export const isPaperKind = (key: string): key is PaperKind => Object.hasOwn(PAPER_KINDS, key)

/** What marks a region's file as 資料 of one meeting. */
export const aboutMeeting = (label: string): string => `${label}の資料`

/** 議題 as somebody wrote them; else the guide's timetable; else what every meeting goes through. */
export function agendaItems(written: readonly string[] | null, guide: StepGuide | undefined): string[] {
  if (written && written.length > 0) return [...written]
  if (guide?.timetable && guide.timetable.length > 0) return guide.timetable
  return ['開会・参加者の紹介', 'これまでの状況と変化', '意見交換・助言', '次にすることの確認']
}

export interface Material {
  number: number
  name: string
  href: string
}

/**
 * 資料1, 資料2 … in the order they were brought. `files` are those of every circle, so that a number means the same to
 * everybody; what this reader may not read is then left out.
 */
export const numbered = (
  files: readonly StoredFile[],
  label: string,
  reader: { circles: readonly Circle[]; hrefOf(id: string): string },
): Material[] =>
  files
    .filter((one) => one.about === aboutMeeting(label) && one.deletedAt === null)
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map((one, i) => ({ one, number: i + 1 }))
    .filter(({ one }) => reader.circles.includes(one.circle as Circle))
    .map(({ one, number }) => ({ number, name: one.name, href: reader.hrefOf(one.id) }))

export interface RosterLine {
  part: string
  office: string
  title: string
  name: string
}

/** Whoever was there; before that, everybody expected. Names without honorifics, ◎ for 課長級 and above. */
export function rosterLines(roster: readonly Rostered[]): RosterLine[] {
  const noted = roster.some((one) => one.isPresent !== null)
  return roster
    .filter((one) => (noted ? one.isPresent === true : true))
    .map((one) => ({
      part: ATTENDANCE_PARTS[one.part],
      office: one.office,
      title: one.title,
      name: `${one.isHead ? '◎' : ''}${one.name}`,
    }))
}

/** Everything one of the papers says, for the page and for Word. */
export interface Sheet {
  kind: PaperKind
  title: string
  facts: { term: string; text: string }[]
  agenda: string[]
  roster: RosterLine[]
  materials: Material[]
  /** What ◎ means here, where it is not 課長級. */
  note?: string
}

export const NOTE = '敬称略。◎は課長級以上'

export function paperOf(sheet: Sheet): Paper {
  const blocks: Block[] = [{ kind: 'facts', rows: sheet.facts }]
  if (sheet.kind === 'agenda') {
    blocks.push({ kind: 'heading', text: '議題' })
    blocks.push({ kind: 'list', numbered: true, items: sheet.agenda.map((text) => ({ text, note: '' })) })
  }
  if (sheet.kind === 'roster') {
    const rows = sheet.roster.map((one) => [one.part, one.office, one.title, one.name])
    blocks.push({ kind: 'table', head: ['立場', '所属', '役職', '氏名'], rows, widths: [3, 5, 3, 3] })
    blocks.push({ kind: 'text', text: sheet.note ?? NOTE })
  }
  if (sheet.kind !== 'roster' && sheet.materials.length > 0) {
    blocks.push({ kind: 'heading', text: '資料' })
    const rows = sheet.materials.map((one) => [`資料${one.number}`, one.name])
    blocks.push({ kind: 'table', head: ['番号', '名前'], rows, widths: [2, 10] })
  }
  return { title: sheet.title, subtitle: '', blocks, foot: sheet.title }
}
