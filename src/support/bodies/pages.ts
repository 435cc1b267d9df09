import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { BODY_KINDS, groupCrumbs, isSeatedOn, ROSTER_NOTE, rosterName, type Seat, type WgBody } from './bodies.ts'

interface SeatRow {
  name: string
  affiliation: string
  title: string
  term: string
  account: string
  endReason: string
  editHref: string | null
}

export interface BodiesPage {
  rows: { name: string; href: string; kind: string; count: string; chair: string }[]
  kinds: { value: string; label: string }[]
  saveTo: string | null
  form: FormState
}

export interface BodyPage {
  heading: string
  kind: string
  note: string
  members: SeatRow[]
  past: SeatRow[]
  seatHref: string | null
  rosterHref: string
  meetings: { label: string; href: string; when: string }[]
  renameTo: string | null
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/bodies/index': BodiesPage
    'support/bodies/show': BodyPage
  }
}

const TITLE = 'WG・委員会'
const edits = (actor: Actor, programme: Programme) => !programme.isSample && may(actor, 'group.edit', programme)

interface View {
  actor: Actor
  programme: Programme
  on: string
}

export const bodiesPage = (
  { actor, programme, on }: View,
  given: { bodies: readonly WgBody[]; seats: readonly Seat[]; form?: FormState },
): BodiesPage & PageBase => ({
  title: TITLE,
  crumbs: groupCrumbs(programme),
  rows: given.bodies.map((body) => {
    const members = given.seats.filter((seat) => seat.bodyId === body.id && isSeatedOn(seat, on))
    return {
      name: body.name,
      href: paths.group(programme.id, body.id),
      kind: BODY_KINDS[body.kind],
      count: `${members.length}名`,
      chair: members.find((seat) => seat.isChair)?.name ?? '—',
    }
  }),
  kinds: Object.entries(BODY_KINDS).map(([value, label]) => ({ value, label })),
  saveTo: edits(actor, programme) ? paths.groups(programme.id) : null,
  form: given.form ?? emptyForm({ kind: 'wg' }),
})

export const termWords = ({ fromOn, toOn }: Pick<Seat, 'fromOn' | 'toOn'>): string =>
  `${warekiShort(fromOn)}〜${toOn ? warekiShort(toOn) : ''}`

const seatRow = (seat: Seat, at: { programme: Programme; mayEdit: boolean }): SeatRow => ({
  name: rosterName(seat),
  affiliation: seat.affiliation,
  title: seat.title,
  term: termWords(seat),
  account: seat.personId ? '画面で読む' : '名前だけ',
  // Why somebody left is the secretariat's to know.
  endReason: at.mayEdit ? seat.endReason : '',
  editHref: at.mayEdit ? paths.seat(at.programme.id, seat.bodyId, seat.id) : null,
})

export function bodyPage(
  { actor, programme, on }: View,
  given: {
    body: WgBody
    seats: readonly Seat[]
    meetings: BodyPage['meetings']
    form?: FormState | undefined
  },
): BodyPage & PageBase {
  const { body, seats, meetings } = given
  const mayEdit = edits(actor, programme)
  const rows = (list: readonly Seat[]) => list.map((seat) => seatRow(seat, { programme, mayEdit }))
  const present = seats.filter((seat) => seat.toOn === null || seat.toOn >= on)
  return {
    title: body.name,
    crumbs: groupCrumbs(programme, { label: body.name }),
    heading: body.name,
    kind: BODY_KINDS[body.kind],
    note: ROSTER_NOTE,
    members: rows(present),
    past: rows(seats.filter((seat) => !present.includes(seat))),
    seatHref: mayEdit ? paths.seatNew(programme.id, body.id) : null,
    rosterHref: paths.groupRoster(programme.id, body.id),
    meetings,
    renameTo: mayEdit ? paths.group(programme.id, body.id) : null,
    form: given.form ?? emptyForm({ name: body.name }),
  }
}
