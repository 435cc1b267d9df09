import type { NewLetter } from '../../platform/mail/outbox.ts'
import { addDays, dayOf, wareki } from '../../platform/time.ts'
import { letterOf } from '../../programme/letter-texts/letter-texts.ts'
import { nameOf, type Occasion, spanWords } from '../occasions/occasions.ts'
import type { Poll, PollSlot } from './dates.ts'

interface Asking {
  key: 'poll_request' | 'poll_reminder'
  occasion: Occasion
  poll: Pick<Poll, 'answerByOn' | 'openedAt'>
  slots: readonly PollSlot[]
  /** Their own. */
  link: string
}

const DAYS_TO_ANSWER = 7

/** When answers are hoped for: as said, else a week after asking. */
export const answerBy = ({ answerByOn, openedAt }: Asking['poll']): string =>
  answerByOn ?? addDays(dayOf(openedAt), DAYS_TO_ANSWER)

/** Asks one person for ○△×, by a link that needs no account. */
export function pollLetter(asking: Asking, to: { personId: string; name: string; email: string }): NewLetter {
  const { key, occasion, poll, slots, link } = asking
  const words = {
    回: nameOf(occasion),
    氏名: to.name,
    候補: slots.map((slot) => `・${spanWords(slot)}`).join('\n'),
    期日: wareki(answerBy(poll)),
    リンク: link,
  }
  return {
    ...letterOf(occasion.programme, key, words),
    to: { email: to.email, name: to.name },
    kind: key,
    programmeId: occasion.programme.id,
    regionId: occasion.region?.id ?? null,
    personId: to.personId,
  }
}
