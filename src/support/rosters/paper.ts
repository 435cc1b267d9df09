import type { Paper } from '../../platform/docx/docx.ts'
import type { List } from '../../platform/office/csv.ts'
import { warekiShort } from '../../platform/time.ts'
import { ROSTER_NOTE, rosterName, type Seat } from '../bodies/bodies.ts'

export interface RosterGiven {
  programme: { name: string }
  body: { name: string }
  members: readonly Seat[]
  /** The day it is true of. */
  on: string
}

export const rosterRows = (members: readonly Seat[]): string[][] =>
  members.map((seat) => [rosterName(seat), seat.affiliation, seat.title])

/** 名簿: names without honorifics, ◎ for the chair. */
export const rosterPaper = ({ programme, body, members, on }: RosterGiven): Paper => ({
  title: `${body.name}　名簿`,
  subtitle: `${programme.name}　${warekiShort(on)}現在　${members.length}名`,
  blocks:
    members.length === 0
      ? [{ kind: 'text', text: 'この日に委員はいません。' }]
      : [
          { kind: 'table', head: ['氏名', '所属', '役職'], rows: rosterRows(members), widths: [4, 7, 5] },
          { kind: 'text', text: ROSTER_NOTE },
        ],
  foot: `${programme.name}　${body.name}　名簿`,
})

const day = (on: string | null) => (on ? warekiShort(on) : '')

/** Everybody there ever was, with their terms. */
export const rosterList = (seats: readonly Seat[]): List => ({
  columns: [
    { label: '座長', width: 6 },
    { label: '氏名', width: 20 },
    { label: 'ふりがな', width: 20 },
    { label: '所属', width: 36 },
    { label: '役職', width: 24 },
    { label: 'いつから', width: 16 },
    { label: 'いつまで', width: 16 },
    { label: '終えた理由', width: 30 },
  ],
  rows: seats.map((s) => [
    s.isChair ? '◎' : '',
    s.name,
    s.kana,
    s.affiliation,
    s.title,
    day(s.fromOn),
    day(s.toOn),
    s.endReason,
  ]),
})
