import { crc32, deflateRawSync } from 'node:zlib'
import { fromBufferPromise } from 'yauzl'

export interface Part {
  name: string
  bytes: Buffer
  /** What the headers say instead of the truth. */
  claims?: { size?: number; flags?: number }
}

/** A zip file made by hand, so that it can lie. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.bytes)
    const fields = fieldsOf(part, packed)
    const name = Buffer.from(part.name)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, packed])
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, Buffer.alloc(10), uint32(offset), name]))
    files.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32BE(0x504b0506, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, central, end])
}

/** Version, flags, deflate, time, CRC, sizes, length of the name: the same in both headers. */
function fieldsOf({ name, bytes, claims }: Part, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800 | (claims?.flags ?? 0), 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crcOf(bytes), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(claims?.size ?? bytes.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function crcOf(bytes: Buffer): number {
  if (typeof crc32 === 'function') return crc32(bytes)
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ -1) >>> 0
}

/** The same zip file with some parts rewritten. */
export async function rezipped(bytes: Buffer, rewrite: (name: string, text: string) => string): Promise<Buffer> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true })
  const parts: Part[] = []
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    parts.push({ name: entry.fileName, bytes: Buffer.from(rewrite(entry.fileName, text)) })
  }
  return zipOf(parts)
}
