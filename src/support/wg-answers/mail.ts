import type { NewLetter } from '../../platform/mail/outbox.ts'
import { type Answered, landingText, OPINION_STATES, stateOf } from '../wg-opinions/wg-opinions.ts'

interface Given {
  person: { id: string; name: string; email: string }
  programme: { id: string; name: string }
  opinions: readonly Answered[]
  link: string
}

const lines = (one: Answered): string[] => [
  `■ ${one.text}`,
  `${OPINION_STATES[stateOf(one)]}：${one.answer?.response ?? ''}`,
  ...(one.answer?.landing ? [landingText(one.answer)] : []),
  '',
]

/** Everything that was answered since the last letter, in one. */
export const answersLetter = ({ person, programme, opinions, link }: Given): NewLetter => ({
  to: person,
  personId: person.id,
  programmeId: programme.id,
  kind: 'wg_answers',
  subject: `【伴走ノート】いただいたご意見${opinions.length}件への対応`,
  body: [
    `${person.name} さま`,
    '',
    `${programme.name}にいただいたご意見に、次のように対応しました。`,
    '',
    ...opinions.flatMap(lines),
    '次の画面で、ご意見と対応をまとめて見られます。',
    link,
    '',
    '伴走ノート',
  ].join('\n'),
})
