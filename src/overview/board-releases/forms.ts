import { z } from 'zod'
import { oneOf } from '../../platform/web/forms.ts'
import { RELEASE_CIRCLES } from './board-releases.ts'

const DEEDS = { show: '示す', back: '取り下げる' } as const

export const releaseForm = z.object({
  circle: oneOf(RELEASE_CIRCLES, 'だれに示すかを選んでください'),
  deed: oneOf(DEEDS, '示すか、取り下げるかを選んでください'),
})
