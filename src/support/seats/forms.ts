import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'
import { dayField } from '../../programme/days/days.ts'

const ADDRESS = /^[^\s@<>",;:()]+@[^\s@<>",;:()]+\.[^\s@<>",;:().]+$/

/** Left empty, the seat is a name only; with an address its holder is invited. */
const perhapsAddress = text(254).refine(
  (value) => value === '' || ADDRESS.test(value.normalize('NFKC')),
  'メールアドレスの形になっていません。名前だけの委員にするときは、空のままにしてください',
)

const fields = {
  name: needed('氏名を書いてください', 100),
  kana: text(100),
  affiliation: text(200),
  title: text(100),
  isChair: text(5).transform((value) => value === '1'),
  sure: text(5).transform((value) => value === '1'),
  fromOn: dayField('いつから', 'いつからの委員かを入れてください'),
}

const BACKWARDS = '「いつまで」は、「いつから」よりあとの日にしてください'
const isForwards = ({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }) =>
  !fromOn || !toOn || toOn >= fromOn

export const seatForm = z
  .object({ ...fields, person: text(40), email: perhapsAddress, toOn: dayField('いつまで') })
  .refine(isForwards, { path: ['toOn'], message: BACKWARDS })
  .refine(({ person, email }) => person === '' || email === '', {
    path: ['email'],
    message: '上で人を選んだときは、メールアドレスを空にしてください',
  })
export type SeatInput = z.output<typeof seatForm>

export const seatChangeForm = z.object(fields)
export type SeatChangeInput = z.output<typeof seatChangeForm>

export const endForm = (fromOn: string) =>
  z
    .object({ toOn: dayField('いつまで', 'いつまでの委員だったかを入れてください'), endReason: text(400) })
    .refine(({ toOn }) => !toOn || toOn >= fromOn, { path: ['toOn'], message: BACKWARDS })
