import { z } from 'zod'
import { needed, oneOf } from '../../platform/web/forms.ts'
import { BODY_KINDS } from './bodies.ts'

const name = needed('名前を書いてください。例：連携支援WG', 100)

export const bodyForm = z.object({ kind: oneOf(BODY_KINDS, '種類を選んでください'), name })
export const nameForm = z.object({ name })
