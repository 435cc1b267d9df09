import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { carriesAround } from '../../tools/carries/store.ts'
import { takeTied } from '../../tools/first-drafts/actions.ts'
import { usualOffers } from '../../tools/first-drafts/first-drafts.ts'
import { kindNamed } from '../../tools/kinds/kinds.ts'
import { savePaper } from '../../tools/papers/actions.ts'
import { paperAt } from '../../tools/papers/store.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

type Where = { programmeId: string; regionId: string }
type Deed = { at: At; run(): Promise<unknown> }

const kindOf = (key: string) => {
  const kind = kindNamed(key)
  if (!kind) throw new Error(`no kind ${key}`)
  return kind
}

const rated = (given: Record<string, [before: string, after?: string]>): Row[] =>
  Object.entries(given).map(([id, [before, after = '']]) => ({ id, before, ...(after && { after }) }))

/** 効果検証: the town looks back half-way (two lines are left for the end), the prefecture has told how it began. */
const ANSWERS: readonly { at: At; who: PersonKey; fields: Body }[] = [
  {
    ...{ at: '2025-10-09 16:20', who: 'aoi' },
    fields: {
      self: rated({ vision: ['2'], grasp: ['2'], issues: ['2'], indicators: ['1'], forum: ['1'], multi: ['2'] }),
    },
  },
  {
    ...{ at: '2025-10-14 11:05', who: 'ren' },
    fields: {
      prefecture_self: rated({ vision: ['2'], grasp: ['1'], issues: ['2'], multi: ['2'] }),
      minutesPrefecture: '210',
    },
  },
  {
    ...{ at: '2025-12-15 09:50', who: 'aoi' },
    fields: {
      self: rated({
        ...{ vision: ['2', '4'], grasp: ['2', '4'], issues: ['2', '3'], indicators: ['1', '3'] },
        ...{ forum: ['1', '1'], multi: ['2'] },
      }),
      minutesTown: '1260',
      remarks: '病院の相談員と、名前で電話をかけあえるようになった。協議の場は、まだ手をつけていない。',
    },
  },
]

const FIRST = '並べたら、4件とも'
const VOICE = '早く分かると、退院前に家を見に行ける'

/** What a person does with a first draft: takes a line out, ties another, adds what no record tells. */
function gone(body: Body): Body {
  const changes = rowsIn(body, 'changes')
    .filter((row) => !row.text?.startsWith(FIRST))
    .map((row) => (row.text?.includes(VOICE) ? { ...row, answers: 'row1', quality: 'impression' } : row))
  const unchanged = {
    ...{ id: 'own-c1', text: '夜間の救急車のことは、まだ手をつけていない。退院の話を先にした。' },
    ...{ answers: 'row4', unchanged: 'yes', quality: 'impression' },
  }
  const next = { id: 'own-n1', text: '隣の町と、病院への知らせ方をそろえる話を始める', dueText: '令和8年度の前半' }
  return { ...body, changes: [...changes, unchanged], next: [...rowsIn(body, 'next'), next] }
}

async function at(cast: Cast, { who, at: when, ...where }: Where & { who: PersonKey; at: At }) {
  const ctx = await cast.as(who, when)
  return { ctx, ...(await seen(ctx, where.programmeId, where.regionId)) }
}

async function begin(cast: Cast, where: Where, when: At): Promise<void> {
  const here = await at(cast, { ...where, who: 'aoi', at: when })
  const paper = await paperAt(here, kindOf('closing'))
  const { offers, sources } = await carriesAround(here, paper)
  await takeTied(here.ctx, here.region, { at: paper, offers: usualOffers(paper, offers), sources })
}

async function goOver(cast: Cast, where: Where, when: At): Promise<void> {
  const { ctx, region } = await at(cast, { ...where, who: 'aoi', at: when })
  await savePaper(ctx, region, kindOf('closing'), { edit: gone })
}

/** みどり町 begins its まとめ from the record, in time before the new year, and looks back at half-time. */
export const closingDeeds = (cast: Cast, where: Where): Deed[] => [
  ...ANSWERS.map(({ at: when, who, fields }) => ({
    at: when,
    run: async () => {
      const { ctx, region } = await at(cast, { ...where, who, at: when })
      await savePaper(ctx, region, kindOf('effect'), { fields })
    },
  })),
  { at: '2025-12-15 10:10', run: () => begin(cast, where, '2025-12-15 10:10') },
  { at: '2025-12-15 10:40', run: () => goOver(cast, where, '2025-12-15 10:40') },
]
