import type { Ctx } from '../ctx.ts'
import type { Body } from './forms.ts'

/** A file that arrived; size, magic bytes and zip structure were checked before. */
export interface Upload {
  field: string
  name: string
  bytes: Buffer
  type: string
}

/** What a handler knows of a request. Nothing of Express. */
export interface Call {
  ctx: Ctx
  params: Record<string, string>
  query: Record<string, string>
  body: Body
  files: Upload[]
  /** Why a file was refused, by field: shown on the same page. */
  fileFaults: Record<string, string>
  /** Path and query as asked for. */
  url: string
  /** `https://host`, for links in letters. */
  origin: string
  /** A script asked for a part of the page. */
  wantsPart: boolean
  /** A script sends files and follows the answer by itself. */
  headsOn: boolean
  /** What an event stream's reader heard last. */
  lastEventId?: string
  cookies: Record<string, string>
  /** For sign-in lists and lock-out. */
  address: string
  device: string
}
