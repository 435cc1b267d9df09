import type { Demo } from './demonstration.ts'

/** Lists of 市町村の内輪, and of a meeting not everybody takes part in: the handler looks closer, as its page does. */
export const ARCHIVE_CLOSER = ['/partners', '/forum', '/joint-report/questions'].flatMap((page) => [
  `${page}/table.xlsx`,
  `${page}/table.csv`,
])

/** A copy is heavy to make: it is made of a region in which little stands. */
export const archivePlaces = (demo: Demo): Record<string, string> => ({
  '/regions/:regionId/archive.zip :regionId': demo.region('すずかぜ市'),
})
