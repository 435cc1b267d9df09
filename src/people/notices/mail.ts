import { paths } from '../../paths/paths.ts'
import type { NewLetter } from '../../platform/mail/outbox.ts'
import { dueWords, wareki } from '../../platform/time.ts'

/** What is asked of the reader and due soon. */
export interface Asked {
  text: string
  detail: string
  dueOn: string
  link: string
}
/** What moved, under one link of one region. */
export interface Moved {
  region: string
  lines: string[]
  link: string
}

export interface Notice {
  kind: 'morning' | 'news'
  person: { id: string; name: string; email: string }
  asked: readonly Asked[]
  moved: readonly Moved[]
  origin: string
  now: Date
}

const askedLines = (asked: readonly Asked[], now: Date): string[] => [
  '■ 期日の近いこと',
  ...asked.flatMap((a) => [
    `・${a.text}`,
    ...(a.detail ? [`　${a.detail}`] : []),
    `　期日：${wareki(a.dueOn)}（${dueWords(a.dueOn, now)}）`,
    `　${a.link}`,
  ]),
  '',
]

const movedLines = (moved: readonly Moved[]): string[] => [
  '■ 動いたこと',
  ...moved.flatMap((m) => [m.region, ...m.lines.map((line) => `・${line}`), `　${m.link}`, '']),
]

/** One letter for all of it; its subject says the heavier half. */
export function noticeLetter({ kind, person, asked, moved, origin, now }: Notice): NewLetter {
  const count = moved.reduce((sum, m) => sum + m.lines.length, 0)
  const subject = asked.length > 0 ? `期日の近いことが${asked.length}件あります` : `動いたことが${count}件あります`
  const body = [
    `${person.name} さま`,
    '',
    ...(asked.length > 0 ? askedLines(asked, now) : []),
    ...(moved.length > 0 ? movedLines(moved) : []),
    '知らせの受け取り方は、次の画面で変えられます。',
    origin + paths.profile,
    '',
    '伴走ノート',
  ].join('\n')
  return { to: person, personId: person.id, kind, subject: `【伴走ノート】${subject}`, body }
}
