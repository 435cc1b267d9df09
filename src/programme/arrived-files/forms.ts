import { z } from 'zod'
import { readDate } from '../../papers/values/values.ts'
import type { Body } from '../../platform/web/forms.ts'
import { text } from '../../platform/web/forms.ts'
import { type Chosen, chosenIn } from './arrived-files.ts'

/** The day the files came; empty is today. */
export const arrivalSchema = (today: string) =>
  z.object({
    on: text(100).transform((typed, found) => {
      const { day } = typed === '' ? { day: today } : readDate(typed)
      if (day && day <= today) return day
      found.addIssue({ code: 'custom', message: '届いた日は、今日までの日を入れてください（例：令和7年8月20日）' })
      return z.NEVER
    }),
  })

export interface Confirmed {
  /** As the table showed them. */
  shown: Chosen[]
  /** As they were sent: another region may have been chosen. */
  chosen: Chosen[]
  taken: ReadonlySet<string>
  again: boolean
}

const first = (value: string | string[] | undefined): string => [value ?? ''].flat().at(-1) ?? ''

export function confirmedIn(posted: Body): Confirmed {
  const shown = chosenIn(first(posted.files))
  const chosen = shown.map(({ fileId }) => ({ fileId, regionId: first(posted[`region.${fileId}`]) || null }))
  const taken = new Set(shown.map((c) => c.fileId).filter((id) => posted[`take.${id}`] !== undefined))
  return { shown, chosen, taken, again: posted.again !== undefined }
}
