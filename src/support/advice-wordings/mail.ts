import type { NewLetter } from '../../platform/mail/outbox.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'

interface Asked {
  programme: Programme
  region: Region
  /** Their words as somebody noted them, each with the page where one tap says yes. */
  words: { text: string; place: string; by: string; link: string }[]
}

/** 「この書き方でよいですか」: to the advisor whose words somebody else typed. */
export function wordingLetter(
  { programme, region, words }: Asked,
  to: { id: string; name: string; email: string },
): NewLetter {
  const { contact } = programme
  const each = words.map(
    ({ text, place, by, link }) =>
      `「${text}」\n（${place}・${by}さんが書きとめました）\nこのままでよい・直す：\n${link}`,
  )
  const foot = [contact.section, contact.telephone, contact.mailbox].filter(Boolean).join('\n')
  return {
    to: { email: to.email, name: to.name },
    kind: 'advice_wording',
    programmeId: programme.id,
    regionId: region.id,
    personId: to.id,
    subject: `${region.name}：助言はこの書き方でよいですか`,
    body: `${to.name}様\n\n${region.name}でのあなたの助言を、次のように書きとめました。開いて「この書き方でよい」を押すだけで済みます。直すこともできます。サインインは要りません。\n\n${each.join('\n\n')}\n\n――\n${foot}\n`,
  }
}
