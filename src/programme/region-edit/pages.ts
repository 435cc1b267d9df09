import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { type Region, SCENES } from '../regions/regions.ts'
import { type RegionFrame, regionFrame } from '../sections/sections.ts'

export interface RegionEditPage {
  around: RegionFrame
  saveTo: string
  backHref: string
  scenes: typeof SCENES
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/region-edit/show': RegionEditPage
  }
}

const valuesOf = (region: Region): FormState =>
  emptyForm({ theme: region.theme, focus: region.focus, scenes: region.scenes.map((scene) => scene.code) })

export const regionEditPage = (actor: Actor, region: Region, form?: FormState): RegionEditPage => ({
  around: regionFrame(actor, region, 'overview'),
  saveTo: paths.regionEdit(region.id),
  backHref: paths.region(region.id),
  scenes: SCENES,
  readers: CIRCLE_READERS.region,
  form: form ?? valuesOf(region),
})
