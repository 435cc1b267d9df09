import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Problem } from '../web/problem.ts'

/** A filled sheet has some 15 parts and 100 kB; a deck with photographs some 300 parts. */
export const ZIP_LIMITS = {
  entries: 2_000,
  entryBytes: 60_000_000,
  totalBytes: 150_000_000,
  ratio: 200,
  ratioFrom: 1_000_000,
}

const tooBig = () =>
  new Problem(
    'too_large',
    'ファイルを開くと大きくなりすぎるため、受けとれません。余分なシートや画像を消してから送ってください',
  )
const broken = () =>
  new Problem('invalid', 'ファイルがこわれていて開けません。もう一度保存しなおしてから送ってください')
const locked = () =>
  new Problem('invalid', 'パスワードのかかったファイルは開けません。パスワードを外して保存しなおしてください')

/** Names of the parts of a zip file, after making sure that unpacking it can't hurt: directory first, then every byte counted. */
export async function partsOfZip(bytes: Buffer): Promise<string[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(() => {
    throw broken()
  })
  if (zip.entryCount > ZIP_LIMITS.entries) throw tooBig()
  const entries = await directoryOf(zip)
  refuseBig(entries)
  for (const entry of entries) await countBytes(zip, entry)
  return entries.map((entry) => entry.fileName)
}

async function directoryOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch {
    throw broken()
  }
  return entries
}

function refuseBig(entries: readonly Entry[]): void {
  let total = 0
  for (const entry of entries) {
    if (entry.isEncrypted()) throw locked()
    total += entry.uncompressedSize
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    const swells = entry.uncompressedSize > ZIP_LIMITS.ratioFrom && ratio > ZIP_LIMITS.ratio
    if (swells || entry.uncompressedSize > ZIP_LIMITS.entryBytes || total > ZIP_LIMITS.totalBytes) throw tooBig()
  }
}

/** The directory may lie about sizes: yauzl stops a part as soon as it holds more than was said. */
async function countBytes(zip: ZipFile, entry: Entry): Promise<void> {
  if (entry.fileName.endsWith('/')) return
  try {
    const stream = await zip.openReadStreamPromise(entry)
    await new Promise<void>((done, fail) => stream.on('error', fail).on('end', done).resume())
  } catch {
    throw broken()
  }
}
