import type { NewLetter } from '../../platform/mail/outbox.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Reader } from './store.ts'

interface Said {
  region: Region
  by: string
  text: string
  link: string
}

const letter = ({ region, link }: Said, to: Reader, subject: string, lines: readonly string[]): NewLetter => ({
  to,
  personId: to.id,
  regionId: region.id,
  programmeId: region.programmeId,
  kind: 'consultation',
  subject: `【伴走ノート】${subject}`,
  body: [`${to.name} さま`, '', ...lines, '', link, '', '伴走ノート'].join('\n'),
})

/** Asked of the reader, so it comes whatever they chose to be told. */
export const questionLetter = (said: Said, to: Reader): NewLetter =>
  letter(said, to, `${said.region.name}から相談があります`, [
    `${said.by}さんから、${said.region.name}の相談です。`,
    '',
    said.text,
    '',
    '次の画面から、返事を書けます。',
  ])

export const answerLetter = (said: Said, to: Reader): NewLetter =>
  letter(said, to, `${said.region.name}の相談に返事があります`, [
    `${said.by}さんから、相談への返事です。`,
    '',
    said.text,
    '',
    '続けてたずねることもできます。',
  ])
