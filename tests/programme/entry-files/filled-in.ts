import { bytesOf, openWorkbook, type Worksheet } from '../../../src/platform/office/office.ts'

/** Somebody opens the file, writes beside the labels and saves it. */
export async function filledIn(bytes: Buffer, answers: Record<string, string | number>): Promise<Buffer> {
  const book = await openWorkbook(bytes)
  const sheet = book.worksheets[0] as Worksheet
  sheet.eachRow((row) => {
    const label = String(row.getCell(2).value ?? '').split('\n')[0] ?? ''
    if (label in answers) row.getCell(3).value = answers[label] as string
  })
  return bytesOf(book)
}
