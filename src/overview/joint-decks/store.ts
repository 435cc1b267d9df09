import type { Ctx } from '../../platform/ctx.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { releasedBoards } from '../board-releases/store.ts'
import type { Board } from '../boards/boards.ts'
import { type Agenda, proposed } from '../joint-agendas/joint-agendas.ts'
import { shownRows } from '../joint-agendas/pages.ts'
import { agendaOf } from '../joint-agendas/store.ts'
import { currentOf, type HandIn } from '../joint-materials/joint-materials.ts'
import { byWords } from '../joint-materials/pages.ts'
import { handInsOf, wholeHandIns } from '../joint-materials/store.ts'
import type { Snapshot } from '../joint-papers/joint-papers.ts'
import { type Joint, whenWords } from '../joint-report/joint-report.ts'
import type { DeckFacts, DeckRegion } from './joint-decks.ts'

/** In the order they speak; those without a place in the agenda follow. */
function inOrder(joint: Joint, agenda: Agenda): Region[] {
  const place = (region: Region) => {
    const at = agenda.rows.findIndex((row) => row.regionId === region.id)
    return at < 0 ? agenda.rows.length : at
  }
  return joint.regions.toSorted((a, b) => place(a) - place(b))
}

function regionOf(region: Region, own: readonly HandIn[], released: Board | null): DeckRegion {
  const paper = <K extends Snapshot['kind']>(kind: K) => {
    const one = own.find((handIn) => handIn.kind === kind)
    return one ? { by: byWords(one), body: one.body as Extract<Snapshot, { kind: K }>['body'] } : null
  }
  const [board, closing] = [paper('board'), paper('closing')]
  return {
    name: region.name,
    board: board?.body ?? released,
    closing: closing && { sections: closing.body.sections, by: closing.by },
    others: own.flatMap(({ kind, title }) => (kind === 'board' || kind === 'closing' ? [] : [title])),
  }
}

/** Everything the deck says, read at one moment. */
export async function deckFacts({ db, now }: Pick<Ctx, 'db' | 'now'>, joint: Joint): Promise<DeckFacts> {
  const { programme, label, regions } = joint
  const awake = regions.filter((region) => region.pause === null)
  const agenda = (await agendaOf(db, programme.id)) ?? proposed(awake, joint.startsAt)
  const ids = regions.map((region) => region.id)
  const current = currentOf(await handInsOf(db, ids))
  const whole = await wholeHandIns(
    db,
    current.map(({ id }) => id),
  )
  const released = await releasedBoards(db, ids, 'joint')
  return {
    ...{ label, programme: programme.name, when: whenWords(joint), madeOn: wareki(today(now)) },
    rows: shownRows(agenda, joint).map(({ span, label: text, detail, isReport }) => {
      return { span, label: isReport ? `${text}の報告` : text, detail }
    }),
    regions: inOrder(joint, agenda).map((region) =>
      regionOf(
        region,
        whole.filter((one) => one.regionId === region.id),
        released.get(region.id)?.board ?? null,
      ),
    ),
  }
}
