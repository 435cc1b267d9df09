import { z } from 'zod'
import { several, text } from '../../platform/web/forms.ts'
import { SCENES, type Scene } from '../regions/regions.ts'

const scene = z.enum(Object.keys(SCENES) as [Scene, ...Scene[]], '場面を一覧から選んでください')

export const regionForm = z.object({ theme: text(400), focus: text(400), scenes: several(scene) })
export type RegionInput = z.output<typeof regionForm>
