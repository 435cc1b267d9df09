import { type List, listOf } from '../../platform/office/csv.ts'
import { type Deed, ORIGINS } from './roadmaps.ts'

export const roadmapList = (deeds: readonly Deed[]): List =>
  listOf<Deed>(
    [
      ['いつ', 24, ({ when }) => when],
      ['すること', 60, ({ what }) => what],
      ['だれが', 24, ({ who }) => who],
      ['何で分かるか', 40, ({ how }) => how],
      ['どこに書いたか', 16, ({ from }) => ORIGINS[from]],
    ],
    deeds,
  )
