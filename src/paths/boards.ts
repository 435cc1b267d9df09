const board = (regionId: string) => `/regions/${regionId}/board`

export const boardsPaths = {
  /** 支援経過（1枚） */
  board,
  boardPdf: (regionId: string) => `${board(regionId)}.pdf`,
  boardPptx: (regionId: string) => `${board(regionId)}.pptx`,
  boardLines: (regionId: string) => `${board(regionId)}/lines`,
  boardLine: (regionId: string, lineId: string) => `${board(regionId)}/lines/${encodeURIComponent(lineId)}`,
  boardLineMove: (regionId: string, lineId: string) => `${board(regionId)}/lines/${encodeURIComponent(lineId)}/move`,
  boardReleases: (regionId: string) => `${board(regionId)}/releases`,
}
