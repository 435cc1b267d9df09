import { fileTypeFromBuffer } from 'file-type'
import { Problem } from '../web/problem.ts'
import { FILE_KINDS, type FileKind } from './kinds.ts'
import { partsOfZip } from './zip.ts'

interface Given {
  name: string
  bytes: Buffer
  kinds: readonly FileKind[]
}

interface Guarded {
  kind: FileKind
  mime: string
}

const OFFICE = {
  xlsx: { part: 'xl/workbook.xml', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { part: 'word/document.xml', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pptx: {
    part: 'ppt/presentation.xml',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
} as const
const PICTURES: Record<string, FileKind> = { 'application/pdf': 'pdf', 'image/png': 'image', 'image/jpeg': 'image' }
const TEXTS = { csv: 'text/csv', json: 'application/json', text: 'text/plain' } as const

const SAVE_AS_XLSX = 'Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存したものを送ってください'

const refuse = (message: string) => new Problem('invalid', message)
const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))
const isOle = (bytes: Buffer) => bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1'

/** Judges a file by its bytes, never by its name alone: what is not known to be one of `kinds` is refused in a sentence. */
export async function guardUpload({ name, bytes, kinds }: Given): Promise<Guarded> {
  if (bytes.length === 0) throw refuse(`「${shortened(name)}」は中身が空です。保存しなおしてから送ってください`)
  if (isOle(bytes)) throw refuse(oldOfficeWords(bytes, kinds))
  const found = isZip(bytes) ? await officeKind(bytes) : ((await pictureKind(bytes)) ?? textKind(name, bytes, kinds))
  if (!found || !kinds.includes(found.kind)) throw refuse(wantedWords(name, kinds))
  const extensions: readonly string[] = FILE_KINDS[found.kind].extensions
  if (!extensions.includes(extensionOf(name))) throw refuse(misnamedWords(name, found.kind))
  return found
}

/** The same for bytes on their way to the workbook parser: safe to open, and a workbook without macros. */
export async function guardWorkbook(bytes: Buffer): Promise<void> {
  await guardUpload({ name: 'ファイル.xlsx', bytes, kinds: ['xlsx'] })
}

async function officeKind(bytes: Buffer): Promise<Guarded | null> {
  const parts = await partsOfZip(bytes)
  if (parts.some((part) => /vbaProject\.bin$/i.test(part)))
    throw refuse(`マクロの入ったファイルは受けとれません。${SAVE_AS_XLSX}`)
  if (parts.includes('xl/workbook.bin')) throw refuse(`この形式（.xlsb）は読めません。${SAVE_AS_XLSX}`)
  for (const kind of ['xlsx', 'docx', 'pptx'] as const)
    if (parts.includes(OFFICE[kind].part)) return { kind, mime: OFFICE[kind].mime }
  return null
}

async function pictureKind(bytes: Buffer): Promise<Guarded | null> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const kind = type && PICTURES[type.mime]
  return kind ? { kind, mime: type.mime } : null
}

/** Text has no magic bytes: it must hold no control characters and be readable as UTF-8 or Shift_JIS. */
function textKind(name: string, bytes: Buffer, kinds: readonly FileKind[]): Guarded | null {
  const kind = (['csv', 'json', 'text'] as const).find(
    (k) => kinds.includes(k) && (FILE_KINDS[k].extensions as readonly string[]).includes(extensionOf(name)),
  )
  if (!kind || bytes.some((byte) => byte < 9 || byte === 127)) return null
  return ['utf-8', 'shift_jis'].some((encoding) => decodes(bytes, encoding)) ? { kind, mime: TEXTS[kind] } : null
}

function decodes(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** An encrypted .xlsx is an OLE file with a part of this name; every other OLE file is an old .xls, .doc or .ppt. */
function oldOfficeWords(bytes: Buffer, kinds: readonly FileKind[]): string {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return 'パスワードのかかったファイルは開けません。パスワードを外して保存しなおしてください'
  return kinds.includes('xlsx')
    ? `古い形式（.xls）のファイルは読めません。${SAVE_AS_XLSX}`
    : '古い形式のファイルは受けとれません。新しい形式（.docx、.pptx など）かPDFで保存したものを送ってください'
}

const extensionOf = (name: string) => (/\.([^.]+)$/.exec(name.normalize('NFKC'))?.[1] ?? '').toLowerCase()
const shortened = (name: string) => ([...name].length > 60 ? `${[...name].slice(0, 60).join('')}…` : name)

function wantedWords(name: string, kinds: readonly FileKind[]): string {
  if (extensionOf(name) === 'xlsm') return `マクロ用の形式（.xlsm）は受けとれません。${SAVE_AS_XLSX}`
  const wanted = kinds.map((kind) => FILE_KINDS[kind].label).join('、')
  return `「${shortened(name)}」は、受けとれる形式ではありません。${wanted}を送ってください`
}

function misnamedWords(name: string, kind: FileKind): string {
  if (extensionOf(name) === 'xlsm') return `マクロ用の形式（.xlsm）は受けとれません。${SAVE_AS_XLSX}`
  return `「${shortened(name)}」の名前の終わりが中身と合いません。${FILE_KINDS[kind].label}として保存しなおしてください`
}
