import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Board, linesOf } from '../boards/boards.ts'
import { type BoardRelease, RELEASE_CIRCLES, type ReleaseCircle } from './board-releases.ts'

interface Audience {
  circle: ReleaseCircle
  label: string
  readers: string
  /** What stands there now, in a sentence. */
  now: string
  /** Lines that came to the record since. */
  added: string[]
  isShown: boolean
  href: string | null
}

export interface BoardReleasesPage {
  around: RegionFrame
  audiences: Audience[]
  log: { text: string; when: string }[]
  saveTo: string
  backHref: string
  linesHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/board-releases/index': BoardReleasesPage
  }
}

interface Asked {
  actor: Actor
  region: Region
  /** With what was left out. */
  board: Board
  latest: readonly BoardRelease[]
  log: readonly { circle: string; byName: string; at: string; isTakenBack: unknown }[]
}

const stamp = (at: string) => `${warekiShort(dayOf(at))} ${clock(at)}`

function audienceOf(circle: ReleaseCircle, { region, board, latest }: Asked): Audience {
  const shown = latest.find((one) => one.circle === circle && one.board !== null)
  const known = new Set(shown?.lineIds)
  const added = shown ? linesOf(board).filter(({ id }) => !known.has(id)) : []
  return {
    ...{ circle, label: RELEASE_CIRCLES[circle], readers: CIRCLE_READERS[circle] },
    now: shown ? `${stamp(shown.at)}に${shown.byName}さんが示した1枚が読まれています。` : 'いまは示していません。',
    added: added.map((line) => line.original),
    isShown: shown !== undefined,
    href: shown && circle === 'wg' ? `${paths.board(region.id)}?shown=wg` : null,
  }
}

export function boardReleasesPage(asked: Asked): BoardReleasesPage {
  const { actor, region, log } = asked
  return {
    around: regionFrame(actor, region, 'board'),
    audiences: (Object.keys(RELEASE_CIRCLES) as ReleaseCircle[]).map((circle) => audienceOf(circle, asked)),
    log: log.map(({ circle, byName, at, isTakenBack }) => ({
      text: `${RELEASE_CIRCLES[circle as ReleaseCircle]}：${byName}さんが${isTakenBack ? '取り下げました' : '示しました'}`,
      when: stamp(at),
    })),
    ...{ saveTo: paths.boardReleases(region.id), backHref: paths.board(region.id) },
    linesHref: paths.boardLines(region.id),
  }
}
