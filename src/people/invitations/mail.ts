import { ROLES, type Role } from '../../access/actor.ts'
import type { NewLetter } from '../../platform/mail/outbox.ts'

interface Given {
  person: { id: string; name: string; email: string }
  inviter: string
  roles: readonly { role: Role; organisation: string }[]
  link: string
}

export const invitationLetter = ({ person, inviter, roles, link }: Given): NewLetter => ({
  to: person,
  personId: person.id,
  kind: 'invitation',
  subject: '【伴走ノート】ご招待',
  body: [
    `${person.name} さま`,
    '',
    `${inviter}さんから、伴走ノートへのご招待です。`,
    ...roles.map(({ role, organisation }) => `役割：${ROLES[role]}（${organisation}）`),
    '',
    '次のリンクを開くと、すぐに使い始められます。パスワードは決めても、決めなくてもかまいません。',
    link,
    '',
    'このリンクは72時間のあいだ使えます。過ぎたときは、招いた人に「もう一度送って」とお伝えください。',
    'お心当たりがないときは、このメールを捨ててください。',
    '',
    '伴走ノート',
  ].join('\n'),
})
