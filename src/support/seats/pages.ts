import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { groupCrumbs, type Seat, type WgBody } from '../bodies/bodies.ts'
import type { RoleHolder } from './store.ts'

interface Option {
  value: string
  label: string
}

export interface SeatPage {
  heading: string
  isNew: boolean
  people: Option[]
  /** Told beside the tick that lets a second chair stand. */
  sureWords: string | null
  form: FormState
  saveTo: string
  endTo: string | null
  endForm: FormState
  /** What ends with the seat. */
  roleWords: string | null
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/seats/form': SeatPage
  }
}

interface At {
  programme: Programme
  body: WgBody
}

const crumbsOf = ({ programme, body }: At, label: string) =>
  groupCrumbs(programme, { label: body.name, href: paths.group(programme.id, body.id) }, { label })

/** The other chair of today, or null: two may stand, but nobody should do it unawares. */
export const secondChair = (seats: readonly Seat[], given: { isChair: boolean; on: string; own?: string }) =>
  given.isChair
    ? (seats.find((s) => s.isChair && s.id !== given.own && (s.toOn === null || s.toOn >= given.on)) ?? null)
    : null

export const chairWords = (other: Seat): string =>
  `座長がもう1人います（${other.name}）。2人のままでよければ印をつけて、もう一度押してください`

export function newSeatPage(
  at: At,
  given: { holders: readonly RoleHolder[]; now: Date; form?: FormState },
): SeatPage & PageBase {
  const { programme, body } = at
  const heading = `${body.name}の委員を加える`
  return {
    title: heading,
    crumbs: crumbsOf(at, '委員を加える'),
    heading,
    isNew: true,
    people: given.holders.map((one) => ({ value: one.personId, label: `${one.name}（${one.organisation}）` })),
    sureWords: given.form?.errors.sure ?? null,
    form: given.form ?? emptyForm({ fromOn: wareki(today(given.now)) }),
    saveTo: paths.seatNew(programme.id, body.id),
    endTo: null,
    endForm: emptyForm(),
    roleWords: null,
    backHref: paths.group(programme.id, body.id),
  }
}

export function seatPage(
  at: At,
  given: { seat: Seat; now: Date; form?: FormState | undefined; ending?: FormState | undefined },
): SeatPage & PageBase {
  const { programme, body } = at
  const { seat, now, form, ending } = given
  const { name, kana, affiliation, title, isChair } = seat
  const isOver = seat.toOn !== null && seat.toOn < today(now)
  return {
    title: `${seat.name}：${body.name}`,
    crumbs: crumbsOf(at, seat.name),
    heading: `${seat.name}（${body.name}）`,
    isNew: false,
    people: [],
    sureWords: form?.errors.sure ?? null,
    form:
      form ?? emptyForm({ name, kana, affiliation, title, isChair: isChair ? '1' : '', fromOn: wareki(seat.fromOn) }),
    saveTo: paths.seat(programme.id, body.id, seat.id),
    endTo: isOver ? null : paths.seatEnd(programme.id, body.id, seat.id),
    endForm: ending ?? emptyForm({ toOn: wareki(seat.toOn ?? today(now)) }),
    roleWords: seat.personId
      ? 'この年度の画面を読む役割も、同じ日に終わります。ほかの会の委員でもあるときは、役割は残ります。'
      : null,
    backHref: paths.group(programme.id, body.id),
  }
}
