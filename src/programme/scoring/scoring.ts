/** 採点: what the selection weighs, 1 to 5, in words and with a reason. People decide; scores only help them to talk. */
export interface Criterion {
  id: string
  programmeId: string
  position: number
  label: string
  description: string
  /** What each point means, from 1 to 5. */
  words: string[]
}

export interface Score {
  regionId: string
  criterionId: string
  personId: string
  personName: string
  points: number
  reason: string
  scoredAt: string
}

export const POINTS = [1, 2, 3, 4, 5] as const

/** Where a programme starts from (rule R5); the secretariat can reword them. */
export const STARTING_CRITERIA: readonly Pick<Criterion, 'label' | 'description' | 'words'>[] = [
  {
    label: '応募理由の具体性',
    description: 'いつ、誰に、何が起きていて、なぜ今なのかが読みとれるか',
    words: [
      '何に困っているかが読みとれない',
      '困りごとの方向は分かる',
      '困りごとが一つ書かれている',
      '場面と相手まで書かれている',
      '出来事と今である理由まで書かれている',
    ],
  },
  {
    label: '連携の状況',
    description: '話し合える相手と場があるか。ないことが課題なら、そう書かれているか',
    words: [
      '相手がまだ見えない',
      '名前は挙がっている',
      '必要なときに連絡できる',
      '定期的に話す場がある',
      '一緒に決めて動いた経験がある',
    ],
  },
  {
    label: '進み具合と体制',
    description: '事業の現在地と、半年を一緒に歩く人がそろっているか',
    words: [
      'これから決める',
      '担当者は決まっている',
      '担当者と関わる職種が決まっている',
      '課長級も最初の回に加わる',
      '保健所・委託先も含めて役割が決まっている',
    ],
  },
]

export interface CriterionResult {
  criterionId: string
  points: number[]
  average: number | null
  /** Highest minus lowest: where people should talk. */
  spread: number
}

const averageOf = (points: readonly number[]): number | null =>
  points.length === 0 ? null : points.reduce((sum, p) => sum + p, 0) / points.length

/** One region's results per criterion. */
export const resultsOf = (
  criteria: readonly Criterion[],
  scores: readonly Score[],
  regionId: string,
): CriterionResult[] =>
  criteria.map(({ id }) => {
    const points = scores
      .filter((s) => s.regionId === regionId && s.criterionId === id)
      .map((s) => s.points)
      .sort((a, b) => a - b)
    return {
      criterionId: id,
      points,
      average: averageOf(points),
      spread: points.length > 1 ? (points.at(-1) ?? 0) - (points[0] ?? 0) : 0,
    }
  })

/** Sum of the averages, or null as long as a criterion has no score. */
export function totalOf(results: readonly CriterionResult[]): number | null {
  if (results.length === 0 || results.some((r) => r.average === null)) return null
  return results.reduce((sum, r) => sum + (r.average ?? 0), 0)
}

/** Own scores until they are opened, then everybody's. */
export const visibleTo = (scores: readonly Score[], personId: string | null, opened: boolean): Score[] =>
  opened ? [...scores] : scores.filter((s) => s.personId === personId)
