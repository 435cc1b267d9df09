import { z } from 'zod'
import { CIRCLES, type Circle } from '../../access/circles.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'

export const fileForm = (allowed: readonly Circle[]) => {
  const labels = Object.fromEntries(allowed.map((circle) => [circle, CIRCLES[circle]])) as Record<Circle, string>
  return z.object({ about: text(400), circle: oneOf(labels, 'だれが読むかを選んでください') })
}

export const removalForm = z.object({ reason: needed('消す理由を書いてください', 400) })
