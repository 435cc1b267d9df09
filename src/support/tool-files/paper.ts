import { FILE_KINDS } from '../../platform/files/kinds.ts'
import { MAX_BYTES, TAKEN_KINDS } from '../../programme/region-files/region-files.ts'

/** What a box for files says and takes. */
export const TAKEN = {
  accept: TAKEN_KINDS.flatMap((kind) => FILE_KINDS[kind].extensions.map((one) => `.${one}`)).join(','),
  kindsText: `${TAKEN_KINDS.map((kind) => FILE_KINDS[kind].label).join('、')}。1つ${MAX_BYTES / 1024 / 1024}MBまで`,
  maxBytes: MAX_BYTES,
}
