import type { NewLetter } from '../../platform/mail/outbox.ts'
import { wareki } from '../../platform/time.ts'
import { letterOf } from '../letter-texts/letter-texts.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { ANSWERS, type Consent, type ConsentKind } from './consents.ts'
import type { Correspondent } from './store.ts'

interface About {
  programme: Programme
  region: Region
  /** The asked organisation's name. */
  organisation: string
}

/** Asks for consent or agreement, by a link that needs no account. */
export function requestLetter(about: About & { kind: ConsentKind; link: string }, to: Correspondent): NewLetter {
  const { programme, region, organisation, kind, link } = about
  const due = programme.consentDueOn ? wareki(programme.consentDueOn) : 'できるだけ早く'
  const words = { 地域名: region.name, 県名: organisation, 承諾期限: due, リンク: link }
  return { ...letterOf(programme, `${kind}_request`, words), ...addressed(about, to), kind: `${kind}_request` }
}

/** Tells the applicants and the secretariat what was answered. */
export function answeredLetter(about: About & { consent: Consent; link: string }, to: Correspondent): NewLetter {
  const { programme, region, organisation, consent, link } = about
  const answer = ANSWERS[consent.kind][consent.answer]
  const words = { 地域名: region.name, 県名: organisation, 返事: answer, 理由: consent.note, リンク: link }
  return { ...letterOf(programme, 'consent_answered', words), ...addressed(about, to), kind: 'consent_answered' }
}

const addressed = ({ programme, region }: About, to: Correspondent) => ({
  to: { email: to.email, name: to.name },
  programmeId: programme.id,
  regionId: region.id,
  personId: to.personId,
})
