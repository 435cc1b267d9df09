import type { NewLetter } from '../../platform/mail/outbox.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'

interface Asked {
  programme: Programme
  region: Region
  label: string
  text: string
  /** 「参加者」 where the name is hidden. */
  from: string
  link: string
}

/** To the region a question was put to, while the meeting is still ahead. */
export function askedLetter(
  { programme, region, label, text, from, link }: Asked,
  to: { personId: string | null; name: string; email: string },
): NewLetter {
  const { section, telephone, mailbox } = programme.contact
  const foot = [section, telephone, mailbox].filter(Boolean).join('\n')
  const words = `${label}に向けて、${from}から${region.name}へ質問があります。\n\n${text}\n\n次の画面から答えられます。当日に話して答えてもかまいません。\n\n${link}`
  return {
    to: { email: to.email, name: to.name },
    ...{ programmeId: programme.id, regionId: region.id, personId: to.personId, kind: 'joint_question' },
    subject: `${region.name}：${label}の前に質問があります`,
    body: `${to.name}様\n\n${words}\n\n――\n${foot}\n`,
  }
}
