import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed } from '../../platform/web/forms.ts'
import { circleField } from '../../support/records/records.ts'

export const agendaForm = z.object({
  items: needed('議題を1行に1つ書いてください', 4000).transform((typed) =>
    typed
      .split('\n')
      .map((line) => line.replace(/^[\s・･•*-]+|^\d+[.．、]\s*/, '').trim())
      .filter(Boolean)
      .slice(0, 40),
  ),
})

export const materialForm = (allowed: readonly Circle[]) => z.object({ circle: circleField(allowed) })
