/** A line of the last page: what was used, which version of it, when it was saved, by whom. */
export interface UsedRevision {
  /** 「みどり町 支援経過（1枚）」 */
  paper: string
  /** 「第3版」 */
  version: string
  savedAt: string | null
  savedBy: string
}

/** One 資料 of a pack, as the cover lists it. */
export interface Listed {
  no: string
  title: string
}
