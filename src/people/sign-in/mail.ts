import type { NewLetter } from '../../platform/mail/outbox.ts'

interface Given {
  person: { id: string; name: string; email: string }
  link: string
}

export const signInLetter = ({ person, link }: Given): NewLetter => ({
  to: person,
  personId: person.id,
  kind: 'sign_in',
  subject: '【伴走ノート】入るためのリンク',
  body: [
    `${person.name} さま`,
    '',
    '次のリンクを開き、「入る」を押してください。パスワードはいりません。',
    link,
    '',
    'このリンクは30分のあいだ、1回だけ使えます。',
    'お心当たりがないときは、このメールを捨ててください。だれも入っていません。',
    '',
    '伴走ノート',
  ].join('\n'),
})
