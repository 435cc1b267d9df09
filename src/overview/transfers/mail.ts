import { ROLES } from '../../access/actor.ts'
import type { Person } from '../../people/accounts/accounts.ts'
import type { NewLetter } from '../../platform/mail/outbox.ts'
import { wareki } from '../../platform/time.ts'
import type { HeldMembership } from '../holdings/holdings.ts'

interface Told {
  person: Person
  to: Person
  /** Who did it. */
  by: string
  link: string
}
interface Handed extends Told {
  fromOn: string
  leaves: boolean
  memberships: readonly HeldMembership[]
  promises: number
}

const letter = (to: Person, subject: string, lines: readonly string[], link: string): NewLetter => ({
  to,
  personId: to.id,
  kind: 'transfer',
  subject: `【伴走ノート】${subject}`,
  body: [`${to.name} さま`, '', ...lines, '', link, '', '伴走ノート'].join('\n'),
})

const roleLines = ({ memberships, promises }: Handed): string[] => [
  ...memberships.map((m) => `・${ROLES[m.role]}（${m.organisationName}、${m.place}）`),
  ...(promises > 0 ? [`・お名前の入った約束${promises}件`] : []),
]

/** No word of what the promises say: until the day comes the new person may not read it. */
export const handedLetter = (told: Handed): NewLetter => {
  const leaves = told.leaves ? 'その日から、伴走ノートには入れなくなります。' : ''
  const lines = [
    `${told.by}さんが、次のものを${wareki(told.fromOn)}から${told.to.name}さんに引き継ぎました。`,
    ...roleLines(told),
    '',
    `${leaves}送ってあるリンクは、その日に使えなくなります。まちがいのときは、1日以内に事務局へお知らせください。`,
  ]
  return letter(told.person, `${told.to.name}さんに引き継ぎます`, lines, told.link)
}

export const receivedLetter = (told: Handed): NewLetter => {
  const lines = [
    `${told.by}さんが、${told.person.name}さんの担当を${wareki(told.fromOn)}からあなたに引き継ぎました。`,
    ...roleLines(told),
    '',
    'その日から、記録・助言・約束をはじめから読めます。次にやることは、ホームに並びます。',
  ]
  return letter(told.to, `${told.person.name}さんから引き継ぎます`, lines, told.link)
}

export const undoneLetter = ({ person, to, by, link }: Told, reader: Person): NewLetter => {
  const line = `${by}さんが、${person.name}さんから${to.name}さんへの引き継ぎを取り消しました。担当は、もとのままです。`
  return letter(reader, '引き継ぎを取り消しました', [line], link)
}
