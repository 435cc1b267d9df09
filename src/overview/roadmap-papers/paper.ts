import type { Block, Paper } from '../../platform/docx/docx.ts'
import { standalone } from '../../platform/picture-styles/picture-styles.ts'
import { today } from '../../platform/time.ts'
import { monthOf } from '../../tools/journey-months/journey-months.ts'
import { type Deed, deedsOf, type Grid, gridOf, LENGTHS, whenWords } from '../../tools/roadmaps/roadmaps.ts'
import { bodyOf, type ClosingFacts, gapsNote, paperOf } from '../closing-papers/closing-papers.ts'
import { originOf, roadmapPicture, sheetsOf } from './picture.ts'

export interface RoadmapWish {
  /** With 協議の場の計画, which 市町村の内輪 reads: for 庁内説明 only. */
  inside: boolean
}

export const deedsIn = (facts: ClosingFacts, { inside }: RoadmapWish): Deed[] =>
  deedsOf({
    closing: bodyOf(facts, 'closing'),
    model: bodyOf(facts, 'logic_model'),
    forum: inside ? bodyOf(facts, 'forum') : null,
  })

/** As long as the last thing that is to be done; quarters where months get too narrow. */
export function gridFor({ now: at, region }: Pick<ClosingFacts, 'now' | 'region'>, deeds: readonly Deed[]): Grid {
  const [year = 0, month = 1] = today(at).split('-').map(Number)
  // A report of an earlier year is read from its own first month.
  const begun = region.isSample ? deeds.flatMap(({ span }) => span?.first ?? []) : []
  const now = Math.min(monthOf(year, month), ...begun)
  const last = Math.max(now, ...deeds.map(({ span }) => span?.last ?? now))
  const length = LENGTHS.find((months) => now + months > last) ?? 36
  return gridOf(now, { length: Math.max(12, length), step: length > 12 ? 'quarter' : 'month' })
}

export function roadmapGaps(deeds: readonly Deed[]): string[] {
  if (deeds.length === 0)
    return ['これからすることが、まだ書かれていません。まとめの「今後について」かロジックモデルに書くと並びます']
  const timeless = deeds.filter(({ when }) => when === '').length
  const nobody = deeds.filter(({ who }) => who.trim() === '').length
  return [
    timeless > 0 ? `いつ行うかが、${timeless}件に書かれていません` : '',
    nobody > 0 ? `誰がするかが、${nobody}件に書かれていません` : '',
  ].filter(Boolean)
}

/** ロードマップ: one sheet across for 庁内説明, and the same in a table behind it. */
export function roadmapPaper(facts: ClosingFacts, wish: RoadmapWish = { inside: false }): Paper {
  const deeds = deedsIn(facts, wish)
  const grid = gridFor(facts, deeds)
  const sheets = sheetsOf(deeds)
  const pictures = sheets.flatMap((rows, n): Block[] => {
    const { svg, width, height } = roadmapPicture(rows, grid, `roadmap-${n}`)
    const alt = `ロードマップ${sheets.length > 1 ? `（${n + 1}枚目）` : ''}。同じ内容の表があとにあります`
    const picture: Block = { kind: 'picture', svg: standalone(svg, 'charts'), width, height, alt }
    return n > 0 ? [{ kind: 'break' }, picture] : [picture]
  })
  const table: Block[] =
    deeds.length === 0
      ? gapsNote(roadmapGaps(deeds))
      : [
          { kind: 'break' },
          ...gapsNote(roadmapGaps(deeds)),
          { kind: 'heading', text: '表（同じ内容）' },
          {
            kind: 'table',
            head: ['何を', '誰が', 'いつ', '何で分かる', 'どこから'],
            rows: deeds.map((deed) => [deed.what, deed.who || '—', whenWords(deed), deed.how || '—', originOf(deed)]),
            widths: [4, 2, 2, 3, 1.6],
          },
        ]
  const paper = paperOf(facts, {
    title: 'ロードマップ',
    landscape: true,
    blocks: [...pictures, ...table],
  })
  const mark =
    wish.inside && deeds.some(({ from }) => from === 'forum') ? '庁内用（市町村の内輪の予定をふくみます）　' : ''
  return {
    ...paper,
    subtitle: [facts.region.name, facts.region.theme].filter(Boolean).join('　'),
    foot: `${mark}${paper.foot}`,
  }
}
