import { withHidden } from '../../papers/sheets/body.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'
import { readWorkbook, writeWorkbook } from '../../papers/workbooks/workbook.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type PaperAt, titleOf } from '../papers/papers.ts'

/** What a file wants to change, for `savePaper`. */
export interface Taken {
  base?: number
  edit(body: Body): Body
}

const stampOf = (region: Region, at: PaperAt): string => `${region.id}/${at.ref}`

/** The paper as a workbook that knows which revision it is. */
export const writeTwin = (region: Region, at: PaperAt, template: Template): Promise<Buffer> =>
  writeWorkbook({
    template,
    body: at.head.body,
    defined: {
      ...{ template: template.key, version: template.version },
      ...{ region: stampOf(region, at), revision: at.head.number > 0 ? String(at.head.number) : '' },
    },
    heading: `${region.name}　${titleOf(at)}`,
  })

const MOST_FAULTS = 5

/** Reads it back: merged from the revision it was written from; a fault is named by its cell and nothing is taken. */
export async function readTwin(
  region: Region,
  at: PaperAt,
  { template, bytes }: { template: Template; bytes: Buffer },
): Promise<Taken> {
  const read = await readWorkbook(bytes, template)
  const { region: of, revision } = read.defined
  if (of && of !== stampOf(region, at))
    throw new Problem(
      'invalid',
      'これは別の地域か、別の道具のために受け取ったファイルです。この画面から受け取ったファイルを選んでください',
    )
  if (read.faults.length > 0) {
    const named = read.faults.slice(0, MOST_FAULTS).map((fault) => `${fault.cell}：${fault.message}`)
    const more = read.faults.length > MOST_FAULTS ? `（ほか${read.faults.length - MOST_FAULTS}か所）` : ''
    throw new Problem('invalid', `直すところがあります。${named.join('。')}${more}`)
  }
  const base = of && /^\d{1,9}$/.test(String(revision ?? '')) ? Number(revision) : undefined
  return {
    ...(base !== undefined && { base }),
    edit: (body) => ({ ...body, ...withHidden(template, body, read.body) }),
  }
}
