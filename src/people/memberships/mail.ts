import { ROLES, type Role } from '../../access/actor.ts'
import type { NewLetter } from '../../platform/mail/outbox.ts'

interface Given {
  person: { id: string; name: string; email: string }
  role: Role
  organisation: string
  place: string | null
  link: string
}

export const membershipLetter = ({ person, role, organisation, place, link }: Given): NewLetter => ({
  to: person,
  personId: person.id,
  kind: 'membership',
  subject: '【伴走ノート】役割が加わりました',
  body: [
    `${person.name} さま`,
    '',
    '伴走ノートでの役割が加わりました。',
    `役割：${ROLES[role]}（${organisation}）`,
    ...(place ? [`範囲：${place}`] : []),
    '',
    '次の画面から、いつものように入れます。',
    link,
    '',
    '伴走ノート',
  ].join('\n'),
})
