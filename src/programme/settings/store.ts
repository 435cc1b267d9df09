import type { Db } from '../../platform/db/db.ts'
import type { Programme } from '../programmes/programmes.ts'

export type ProgrammePatch = Partial<
  Pick<
    Programme,
    | 'name'
    | 'entryOpensOn'
    | 'entryClosesOn'
    | 'consentDueOn'
    | 'supportFromOn'
    | 'supportToOn'
    | 'capacity'
    | 'rules'
    | 'texts'
    | 'introduction'
    | 'contact'
    | 'guidelineFileId'
    | 'publishedAt'
    | 'entryTemplateVersion'
  >
>

export async function setProgramme(db: Db, id: string, patch: ProgrammePatch): Promise<void> {
  const { rules, texts, contact, ...plain } = patch
  const json = {
    ...(rules && { rulesJson: JSON.stringify(rules) }),
    ...(texts && { textsJson: JSON.stringify(texts) }),
    ...(contact && { contactJson: JSON.stringify(contact) }),
  }
  await db
    .updateTable('programmes')
    .set({ ...plain, ...json })
    .where('id', '=', id)
    .execute()
}
