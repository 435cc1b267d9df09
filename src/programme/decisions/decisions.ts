/** A decision with its reason; a reversal is a new one that names the old. */
export interface Decision {
  id: string
  regionId: string
  selected: boolean
  reason: string
  warningReason: string
  decidedAt: string
  decidedBy: string
  reversesId: string | null
  announcedAt: string | null
}

/** The decision in force of each region: the latest one. */
export function inForce(decisions: readonly Decision[]): Map<string, Decision> {
  const latest = new Map<string, Decision>()
  for (const d of [...decisions].sort((a, b) => (a.id < b.id ? -1 : 1))) latest.set(d.regionId, d)
  return latest
}

export const isWaiting = (d: Decision): boolean => d.announcedAt === null
