import type { Body } from '../../platform/web/forms.ts'
import { isPart, PACK_DEEDS, type PackDeed, type PartKey } from './packs.ts'

/** A button's value: 「up.boards」. */
export function deedIn(body: Body): { deed: PackDeed; key: PartKey } | null {
  const [deed = '', key = ''] = String(body.deed ?? '').split('.')
  return Object.hasOwn(PACK_DEEDS, deed) && isPart(key) ? { deed: deed as PackDeed, key } : null
}
