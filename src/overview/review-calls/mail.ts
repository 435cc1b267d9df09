import type { NewLetter } from '../../platform/mail/outbox.ts'

interface Given {
  person: { personId: string; name: string; email: string }
  programme: { id: string; name: string }
  label: string
  /** 令和7年12月22日（月） 14:00〜16:00, or empty. */
  when: string
  regions: readonly string[]
  words: string
  link: string
  says: boolean
}

export const reviewCallLetter = (g: Given): NewLetter => ({
  to: { name: g.person.name, email: g.person.email },
  personId: g.person.personId,
  programmeId: g.programme.id,
  kind: 'review_call',
  subject: `【伴走ノート】${g.label}の前に、${g.regions.length}つの地域をお読みください`,
  body: [
    `${g.person.name} さま`,
    '',
    `${g.programme.name}の${g.label}について、お知らせします。`,
    ...(g.when ? [`日時：${g.when}`] : []),
    '',
    ...(g.words ? [g.words, ''] : []),
    '次の地域の支援経過を、1枚ずつお読みいただけます。',
    ...g.regions.map((name) => `・${name}`),
    '',
    g.says ? '読みながら、その場で意見を書けます。' : 'この画面は読むためのものです。',
    g.link,
    '',
    '伴走ノート',
  ].join('\n'),
})
