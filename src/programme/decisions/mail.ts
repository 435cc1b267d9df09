import type { NewLetter } from '../../platform/mail/outbox.ts'
import type { Correspondent as Recipient } from '../consents/store.ts'
import { letterOf } from '../letter-texts/letter-texts.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import type { Decision } from './decisions.ts'

/** The letter that tells an applicant and its prefecture the result. */
export function resultLetter(
  about: { programme: Programme; region: Region; decision: Decision; link: string },
  to: Recipient,
): NewLetter {
  const { programme, region, decision, link } = about
  const key = decision.reversesId ? 'decision_changed' : decision.selected ? 'selected' : 'not_selected'
  const result = decision.selected ? '支援する地域に決まりました' : '今回は見送りとなりました'
  const letter = letterOf(programme, key, {
    地域名: region.name,
    氏名: to.name,
    理由: decision.reason,
    結果: result,
    リンク: link,
  })
  return {
    ...letter,
    to: { email: to.email, name: to.name },
    kind: 'selection_result',
    programmeId: programme.id,
    regionId: region.id,
    personId: to.personId,
  }
}
