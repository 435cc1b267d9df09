import { CIRCLES } from '../../access/circles.ts'
import { clock, dayOf, eraFiscalYear, wareki } from '../../platform/time.ts'
import { regionWord } from '../../programme/regions/regions.ts'
import { type ArchiveFile, BUNDLE, FOLDERS, type Missing } from '../archive-files/archive-files.ts'
import { type Section, sectionsOf } from '../archive-papers/paper.ts'
import { READERS, type RegionRecord } from '../archive-records/archive-records.ts'
import {
  adviceLines,
  circleNote,
  consultationsOf,
  filled,
  type MeetingWords,
  meetingOf,
  noteOf,
  promisesOf,
  reportsOf,
  type Words,
} from '../archive-words/archive-words.ts'
import { hrefOf } from './archive-pages.ts'

interface Link {
  label: string
  href: string
}
interface PaperText {
  id: string
  title: string
  note: string
  sections: Section[]
  href: string | null
}

/** The record as a page that is read without the product. */
export interface RecordPage {
  heading: string
  lead: string
  facts: { term: string; text: string }[]
  missing: Missing[]
  meetings: MeetingWords[]
  between: Words[]
  promises: Words[]
  reports: Words[]
  consultations: Words[]
  papers: PaperText[]
  pictures: { alt: string; href: string }[]
  folders: { heading: string; links: Link[] }[]
  bundleHref: string
}

const factsOf = ({ region, programme, team, participants }: RegionRecord) =>
  [
    { term: '年度事業', text: `${programme.name}（${eraFiscalYear(programme.fiscalYear)}）` },
    { term: '市町村', text: region.members.map(({ name }) => name).join('、') },
    { term: 'いまの状態', text: regionWord(region) },
    { term: 'テーマ', text: region.theme },
    { term: 'ねらい', text: region.focus },
    {
      term: '一緒に歩いた人',
      text: [
        ...new Set([...team.map((m) => `${m.organisationName} ${m.name}`), ...participants.map(({ org }) => org)]),
      ].join('、'),
    },
  ].filter(({ text }) => text !== '')

export function recordPage(
  record: RegionRecord,
  files: readonly ArchiveFile[],
  missing: readonly Missing[],
): RecordPage {
  const { region, madeAt, slots } = record
  const inFolder = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`))
  return {
    heading: `${region.name}の記録`,
    lead: `${wareki(dayOf(madeAt))} ${clock(madeAt)}の控え。${READERS[record.reader]}。読む人の輪：${record.circles.map((c) => CIRCLES[c]).join('、')}`,
    facts: factsOf(record),
    missing: [...missing],
    meetings: slots.map((slot, at) => meetingOf(record, slot, at)),
    between: filled([
      {
        heading: '回のあいだの助言',
        lines: adviceLines(
          record,
          record.advice.filter((a) => a.meetingId === null),
        ),
      },
    ]),
    promises: promisesOf(record),
    reports: filled(reportsOf(record)),
    consultations: consultationsOf(record),
    papers: record.papers.map((paper, at) => {
      const file = files.find(({ about }) => about === paper.ref)
      return {
        ...{ id: `p${at + 1}`, title: paper.title, note: noteOf(`第${paper.number}版`, circleNote(paper.circle)) },
        ...{ sections: sectionsOf(record, paper), href: file ? hrefOf(file.path) : null },
      }
    }),
    pictures: inFolder(FOLDERS.pictures)
      .filter(({ path }) => path.endsWith('.png'))
      .map(({ path, title }) => ({ alt: title.replace(/\.png$/, ''), href: hrefOf(path) })),
    folders: Object.values(FOLDERS)
      .map((heading) => ({
        heading,
        links: inFolder(heading).map(({ path }) => ({ label: path.slice(heading.length + 1), href: hrefOf(path) })),
      }))
      .filter(({ links }) => links.length > 0),
    bundleHref: hrefOf(BUNDLE),
  }
}
