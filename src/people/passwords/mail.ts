import type { NewLetter } from '../../platform/mail/outbox.ts'

interface Given {
  person: { id: string; name: string; email: string }
  link: string
}

export const resetLetter = ({ person, link }: Given): NewLetter => ({
  to: person,
  personId: person.id,
  kind: 'password',
  subject: '【伴走ノート】パスワードを決めなおすリンク',
  body: [
    `${person.name} さま`,
    '',
    '次のリンクを開き、新しいパスワードを決めてください。',
    link,
    '',
    'このリンクは1時間のあいだ、1回だけ使えます。',
    'お心当たりがないときは、このメールを捨ててください。パスワードは変わりません。',
    '',
    '伴走ノート',
  ].join('\n'),
})

/** Told to the owner, so that a change by somebody else does not stay unnoticed. */
export const changedLetter = (person: Given['person'], signInUrl: string): NewLetter => ({
  to: person,
  personId: person.id,
  kind: 'password_changed',
  subject: '【伴走ノート】パスワードが変わりました',
  body: [
    `${person.name} さま`,
    '',
    'パスワードが変わりました。ほかの端末では、入りなおしが必要です。',
    'お心当たりがないときは、次の画面の「パスワードを忘れたとき」から決めなおし、事務局にもお知らせください。',
    signInUrl,
    '',
    '伴走ノート',
  ].join('\n'),
})
