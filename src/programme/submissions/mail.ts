import type { NewLetter } from '../../platform/mail/outbox.ts'
import { wareki } from '../../platform/time.ts'
import { type LetterKey, letterOf } from '../letter-texts/letter-texts.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'

export interface Reader {
  id: string | null
  name: string
  email: string
}

export interface News {
  programme: Programme
  region: Pick<Region, 'id' | 'name'>
  key: Extract<LetterKey, 'submitted' | 'submitted_office' | 'withdrawn' | 'reopened'>
  link: string
  /** Words of this letter: 状態, 理由, 期日. */
  words: Record<string, string>
}

/** One letter about an entry, in the programme's wording. */
export function entryLetter({ programme, region, key, link, words }: News, to: Reader): NewLetter {
  const closes = programme.entryClosesOn ? wareki(programme.entryClosesOn) : '追ってお知らせする日'
  const values = { 地域名: region.name, 氏名: to.name, 締切: closes, リンク: link, ...words }
  return {
    to: { email: to.email, name: to.name },
    personId: to.id,
    programmeId: programme.id,
    regionId: region.id,
    kind: key,
    ...letterOf(programme, key, values),
  }
}

/** The programme's mailbox, where it has one. */
export const officeOf = ({ contact }: Pick<Programme, 'contact'>): Reader[] =>
  contact.mailbox ? [{ id: null, name: contact.section || '事務局', email: contact.mailbox }] : []
