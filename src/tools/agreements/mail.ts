import type { NewLetter } from '../../platform/mail/outbox.ts'
import type { Correspondent } from '../../programme/consents/store.ts'
import type { Region } from '../../programme/regions/regions.ts'

interface Said {
  region: Region
  by: string
  title: string
  link: string
}

/** The text itself never travels by mail: it may tell who somebody is. */
const letter = ({ region, link }: Said, to: Correspondent, subject: string, lines: readonly string[]): NewLetter => ({
  to,
  personId: to.personId,
  regionId: region.id,
  programmeId: region.programmeId,
  kind: 'privacy',
  subject: `【伴走ノート】${subject}`,
  body: [`${to.name} さま`, '', ...lines, '', link, '', '伴走ノート'].join('\n'),
})

export const askLetter = (said: Said & { note: string }, to: Correspondent): NewLetter =>
  letter(said, to, `${said.region.name}の文を、見せる前に確かめてください`, [
    `${said.by}さんが「${said.title}」を、ほかの人に見せようとしています。`,
    '個人が分かるかもしれない言葉があるため、もう一人の目で確かめてください。',
    ...(said.note ? ['', `添えられた言葉：${said.note}`] : []),
    '',
    '次の画面で、確かめるか、差し戻すかを選べます。',
  ])

export const answerLetter = (said: Said & { reason: string | null }, to: Correspondent): NewLetter =>
  said.reason === null
    ? letter(said, to, `${said.title}を見せてよいことになりました`, [
        `${said.by}さんが「${said.title}」の文を確かめました。`,
        '文を変えると、もう一度確かめてもらうことになります。',
      ])
    : letter(said, to, `${said.title}の文が差し戻されました`, [
        `${said.by}さんが「${said.title}」の文を差し戻しました。`,
        '',
        `理由：${said.reason}`,
      ])
