import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import { type Region, readOnlyReason } from '../../programme/regions/regions.ts'
import type { ReleasedBoard } from '../board-releases/board-releases.ts'
import { type BoardSheets, boardSheets } from '../board-sheets/picture.ts'
import type { Board } from './boards.ts'

interface Link {
  label: string
  href: string
  icon?: string
}

export interface BoardPage {
  name: string
  /** Null: nothing was put to this reader. */
  sheets: BoardSheets | null
  /** How it fitted, and what was put to whom. */
  notes: string[]
  links: Link[]
  files: Link[]
  emptyText: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/boards/show': BoardPage
  }
}

export interface BoardAsked {
  actor: Actor
  region: Region
  /** Null: nothing was put to this reader. */
  board: Board | null
  /** The one that was put to the WG; what its reader sees, or what the secretariat compares with. */
  released: ReleasedBoard | null
  isReleased: boolean
  /** Lines that came to the record after it. */
  added: number
}

export function boardPage({ actor, region, board, released, isReleased, added }: BoardAsked): BoardPage {
  const sheets = board && boardSheets(board)
  const { id } = region
  const on = released ? warekiShort(dayOf(released.at)) : ''
  const edits = may(actor, 'board.edit', region) && readOnlyReason(region) === null
  const later = added > 0 ? `。そのあとに増えた行が${added}あります` : ''
  const query = isReleased && edits ? '?shown=wg' : ''
  return {
    name: region.name,
    sheets,
    notes: [
      ...(sheets ? [sheets.fit] : []),
      ...(isReleased && released ? [`${on}に示されたときの1枚です`] : []),
      ...(!isReleased && edits
        ? [released ? `WGには${on}の1枚を示しています${later}` : 'WGにはまだ示していません']
        : []),
    ],
    links: edits
      ? [
          ...(isReleased ? [{ label: 'いまの1枚を見る', href: paths.board(id) }] : []),
          { label: 'のせる行を選ぶ', href: paths.boardLines(id), icon: 'edit' },
          { label: 'WGに示す', href: paths.boardReleases(id), icon: 'eye' },
        ]
      : [],
    files: board
      ? [
          { label: 'PowerPoint', href: paths.boardPptx(id) + query, icon: 'receive' },
          { label: '印刷・PDF', href: paths.boardPdf(id) + query, icon: 'print' },
        ]
      : [],
    emptyText: board ? null : 'この地域の1枚は、まだ示されていません。事務局が示すと、ここで読めるようになります。',
  }
}
