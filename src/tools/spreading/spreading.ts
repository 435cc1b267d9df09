interface Cluster {
  /** Sum and number of where its members would like the first of them to stand. */
  sum: number
  count: number
  offsets: number[]
}

/** Places as near to the wishes as order and distances allow (pool adjacent violators), inside both ends. */
export function spread(
  wishes: readonly number[],
  gaps: readonly number[],
  ends: { left: number; right: number },
): number[] {
  const offsets: number[] = []
  wishes.forEach((_, i) => {
    offsets.push(i === 0 ? 0 : (offsets[i - 1] ?? 0) + (gaps[i - 1] ?? 0))
  })
  const clusters: Cluster[] = []
  wishes.forEach((wish, i) => {
    clusters.push({ sum: wish - (offsets[i] ?? 0), count: 1, offsets: [offsets[i] ?? 0] })
    for (;;) {
      const [before, last] = clusters.slice(-2)
      if (!before || !last || meanOf(before) <= meanOf(last)) break
      clusters.splice(-2, 2, {
        sum: before.sum + last.sum,
        count: before.count + last.count,
        offsets: [...before.offsets, ...last.offsets],
      })
    }
  })
  const most = ends.right - (offsets.at(-1) ?? 0)
  return clusters.flatMap((cluster) => {
    const base = Math.max(ends.left, Math.min(meanOf(cluster), most))
    return cluster.offsets.map((offset) => base + offset)
  })
}
const meanOf = ({ sum, count }: Cluster): number => sum / count
