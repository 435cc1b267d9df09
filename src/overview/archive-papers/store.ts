import { may } from '../../access/may.ts'
import type { Document } from '../../papers/documents/documents.ts'
import { entryTemplate } from '../../papers/templates/entry.ts'
import { templateOf } from '../../papers/templates/released.ts'
import type { Template } from '../../papers/templates/templates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { kindNamed } from '../../tools/kinds/kinds.ts'
import { twinOf } from '../../tools/paper-twins/paper-twins.ts'
import { partOf, refOf, titleOf } from '../../tools/papers/papers.ts'
import { papersRead } from '../../tools/papers/store.ts'
import { formsOf } from '../../tools/sheet-templates/store.ts'
import { sheetAt } from '../../tools/sheets/store.ts'
import type { RecordPaper } from '../archive-records/archive-records.ts'

/** Every paper its reader reads and somebody has written in, with the form it is printed by. */
export async function papersOf(ctx: Ctx, region: Region): Promise<RecordPaper[]> {
  const written = (await papersRead({ ctx, region })).filter(({ head }) => head.number > 0)
  const papers: RecordPaper[] = []
  for (const { document, head } of written) {
    const part = partOf(document)
    const ref = refOf(document, part)
    const own = {
      ref,
      documentId: document.id,
      kind: document.kind,
      number: head.number,
      circle: document.circle,
      body: head.body,
    }
    const kind = kindNamed(document.kind)
    if (document.kind === 'entry') {
      if (may(ctx.actor, 'entry.view', region))
        papers.push({ ...own, title: 'エントリーシート', template: entryForm(document) })
    } else if (await isSheet(ctx.db, region, document.kind)) {
      const at = await sheetAt({ ctx, region, params: { ref } })
      papers.push({ ...own, title: titleOf(at), template: at.template })
    } else if (kind) {
      papers.push({ ...own, title: titleOf({ kind, head }), template: twinOf(kind) ?? null })
    }
  }
  return papers
}

/** On the form it was written on. */
const entryForm = ({ templateVersion }: Document): Template =>
  templateOf('entry', templateVersion ?? undefined) ?? entryTemplate

const isSheet = async (db: Db, { programmeId }: Region, key: string): Promise<boolean> =>
  (await formsOf(db, programmeId, key)) !== undefined
