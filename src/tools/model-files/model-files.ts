/** How a kept original is known among a region's files. */
export const FILE_ABOUT = 'ロジックモデル（Excel）'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const UPLOAD = { kinds: ['xlsx'], maxBytes: 10 * 1024 * 1024, maxFiles: 1 } as const

/** Faults of a file by their cell, of a pasted table by their line. */
export interface ShownFault {
  place: string
  message: string
  typed: string
}
