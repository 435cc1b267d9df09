/** A version of a region's logic model, put to WG members and observers; later ones take its place. */
export interface ModelRelease {
  id: string
  regionId: string
  documentId: string
  /** GONE: taken back. */
  revision: number
  releasedAt: string
  releasedBy: string
}

export const GONE = 0
