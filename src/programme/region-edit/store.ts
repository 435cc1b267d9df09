import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../regions/regions.ts'

export const updateRegion = (db: Db, id: string, set: Pick<Region, 'theme' | 'focus' | 'scenes'>) =>
  db
    .updateTable('regions')
    .set({ theme: set.theme, focus: set.focus, scenesJson: JSON.stringify(set.scenes) })
    .where('id', '=', id)
    .execute()
