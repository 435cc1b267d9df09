import type { Block, Paper } from '../../platform/docx/docx.ts'
import { ATTENDANCE_PARTS } from '../attendances/attendances.ts'
import { type Minutes, partsOf } from './minutes.ts'

/** The minutes for Word, of what their reader may read (filter with `readBy` first). */
export function minutesPaper(minutes: Minutes, version: string): Paper {
  const facts = [
    { term: '日時', text: minutes.when },
    ...(minutes.place ? [{ term: '形・場所', text: minutes.place }] : []),
    ...(minutes.theme ? [{ term: 'テーマ', text: minutes.theme }] : []),
    ...(minutes.keywords.length > 0 ? [{ term: 'キーワード', text: minutes.keywords.join('、') }] : []),
    { term: '版', text: version },
  ]
  const people: Block[] =
    minutes.people.length > 0
      ? [
          { kind: 'heading', text: '出席（敬称略、◎は課長級以上）' },
          {
            kind: 'table',
            head: ['', '所属', '役職', '氏名'],
            widths: [3, 5, 3, 3],
            rows: minutes.people.map((p) => [
              ATTENDANCE_PARTS[p.part],
              p.office,
              p.title,
              `${p.isHead ? '◎' : ''}${p.name}`,
            ]),
          },
        ]
      : []
  const parts = partsOf(minutes).flatMap((part): Block[] => [
    { kind: 'heading', text: part.heading },
    { kind: 'list', numbered: false, items: part.rows },
  ])
  const title = `${minutes.regionName}　${minutes.label}　記録`
  return { title, subtitle: '', blocks: [{ kind: 'facts', rows: facts }, ...people, ...parts], foot: title }
}
