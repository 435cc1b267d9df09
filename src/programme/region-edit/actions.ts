import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../regions/regions.ts'
import type { RegionInput } from './forms.ts'
import { updateRegion } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    region_edited: { what: string[]; theme: string }
  }
}

export const regionEditHappenings = {
  region_edited: (h) =>
    `${h.actorName}さんが地域の${h.details.what.join('・')}を直しました${h.details.theme ? `（テーマ：${h.details.theme}）` : ''}`,
} satisfies Sentences<'region_edited'>

/** Theme, focus and scenes as the support works with them; the entry sheet keeps its own words. */
export const editRegion = (ctx: Ctx, region: Region, input: RegionInput) =>
  change(ctx, async (db, log) => {
    const codes = region.scenes.map((scene) => scene.code)
    const sameScenes = codes.length === input.scenes.length && input.scenes.every((code) => codes.includes(code))
    const rows: [boolean, string][] = [
      [input.theme !== region.theme, 'テーマ'],
      [input.focus !== region.focus, 'ねらい'],
      [!sameScenes, '場面'],
    ]
    const what = rows.flatMap(([changed, label]) => (changed ? [label] : []))
    if (what.length === 0) return
    const scenes = input.scenes.map((code) => region.scenes.find((one) => one.code === code) ?? { code })
    await updateRegion(db, region.id, { theme: input.theme, focus: input.focus, scenes })
    await log({
      kind: 'region_edited',
      regionId: region.id,
      details: { what, theme: what.includes('テーマ') ? input.theme : '' },
    })
  })
