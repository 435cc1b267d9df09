import { writeTable } from './table.ts'

/** What the worker runs: a long list as a workbook. */
export const table = async (given: Parameters<typeof writeTable>[0]): Promise<Uint8Array> => writeTable(given)
