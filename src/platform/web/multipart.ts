import type { Request, Response } from 'express'
import multer from 'multer'
import { guardUpload } from '../files/guard.ts'
import type { FileKind } from '../files/kinds.ts'
import type { Upload } from './call.ts'
import type { Body } from './forms.ts'
import { Problem } from './problem.ts'

interface Rule {
  kinds: readonly FileKind[]
  maxBytes: number
  maxFiles: number
}

interface Arrived {
  body: Body
  files: Upload[]
  fileFaults: Record<string, string>
}

/** Reads a multipart form only after the route's rule was asked; every file passes the guard before anything sees it. */
export async function readUploads(req: Request, res: Response, rule: Rule): Promise<Arrived> {
  await receive(req, res, rule)
  const arrived: Arrived = { body: { ...(req.body as Body) }, files: [], fileFaults: {} }
  for (const given of (req.files ?? []) as Express.Multer.File[]) {
    if (given.originalname === '' && given.size === 0) continue
    const name = given.originalname.normalize('NFC').replace(/^.*[\\/]/, '')
    try {
      const { mime } = await guardUpload({ name, bytes: given.buffer, kinds: rule.kinds })
      arrived.files.push({ field: given.fieldname, name, bytes: given.buffer, type: mime })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      arrived.fileFaults[given.fieldname] ??= `「${name}」：${error.message}`
    }
  }
  return arrived
}

function receive(req: Request, res: Response, rule: Rule): Promise<void> {
  const reader = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { fileSize: rule.maxBytes, files: rule.maxFiles, fields: 10_000, fieldSize: 400_000, parts: 10_000 },
  }).any()
  return new Promise((done, fail) => {
    reader(req, res, (error: unknown) => (error ? fail(refusal(error, rule)) : done()))
  })
}

function refusal(error: unknown, rule: Rule): Error {
  const code = error instanceof multer.MulterError ? error.code : null
  const megabytes = Math.floor(rule.maxBytes / 1024 / 1024)
  if (code === 'LIMIT_FILE_SIZE')
    return new Problem('too_large', `ファイルは1つ${megabytes}MBまでです。小さくしてから送ってください`)
  if (code === 'LIMIT_FILE_COUNT')
    return new Problem('too_large', `一度に送れるのは${rule.maxFiles}個までです。分けて送ってください`)
  if (code) return new Problem('too_large', '送られた内容が大きすぎます。分けて送ってください')
  return new Problem('invalid', 'ファイルが途中までしか届きませんでした。もう一度送ってください')
}
