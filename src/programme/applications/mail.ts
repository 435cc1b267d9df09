import type { NewLetter } from '../../platform/mail/outbox.ts'
import { wareki } from '../../platform/time.ts'
import { letterOf } from '../letter-texts/letter-texts.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Application } from './applications.ts'

interface Given {
  programme: Programme
  application: Pick<Application, 'email' | 'name'>
  organisation: string
}

const wordsOf = ({ programme, application, organisation }: Given): Record<string, string> => ({
  地域名: organisation,
  氏名: application.name,
  締切: programme.entryClosesOn ? wareki(programme.entryClosesOn) : '追ってお知らせする日',
})

const to = ({ application, programme }: Given) => ({
  to: { email: application.email, name: application.name },
  programmeId: programme.id,
})

export const linkLetter = (given: Given, link: string): NewLetter => ({
  ...to(given),
  kind: 'entry_link',
  ...letterOf(given.programme, 'entry_link', { ...wordsOf(given), リンク: link }),
})

export const refusalLetter = (given: Given, reason: string): NewLetter => ({
  ...to(given),
  kind: 'entry_refused',
  ...letterOf(given.programme, 'entry_refused', { ...wordsOf(given), 理由: reason }),
})

/** To the secretariat: somebody waits for a nod. */
export const waitingLetter = (given: Given, link: string): NewLetter => ({
  to: { email: given.programme.contact.mailbox, name: given.programme.contact.section },
  programmeId: given.programme.id,
  kind: 'entry_waiting',
  subject: `${given.organisation}のエントリーの申し込みを確かめてください`,
  body: `${given.organisation}の${given.application.name}さん（${given.application.email}）が、エントリーを始めたいと申し込みました。\n役所のアドレスと分からないため、確認を待っています。\n\n${link}\n`,
})
