import { type List, listOf } from '../../platform/office/csv.ts'
import { PARTICIPANT_ROLES, type Participant, TEAM_PARTS, type TeamMember } from './teams.ts'

interface Row {
  part: string
  organisation: string
  name: string
  title: string
  fromOn: string
  toOn: string
  note: string
}

const fromMember = (m: TeamMember): Row => ({
  part: TEAM_PARTS[m.role],
  organisation: m.organisationName,
  name: m.name,
  title: [m.section, m.title].filter(Boolean).join(' '),
  fromOn: m.fromOn,
  toOn: m.toOn ?? '',
  note: '',
})

const fromParticipant = (p: Participant): Row => ({
  part: PARTICIPANT_ROLES[p.role] ?? 'そのほか',
  organisation: p.org,
  ...{ name: '', title: '', fromOn: '', toOn: '' },
  note: p.inferred ? [p.note, '推定'].filter(Boolean).join('、') : p.note,
})

/** Who walks with the region, and whom an imported record names. */
export const teamList = (team: readonly TeamMember[], participants: readonly Participant[]): List =>
  listOf<Row>(
    [
      ['役割', 20, ({ part }) => part],
      ['所属', 30, ({ organisation }) => organisation],
      ['氏名', 18, ({ name }) => name],
      ['部署・職名', 24, ({ title }) => title],
      ['いつから', 12, ({ fromOn }) => fromOn],
      ['いつまで', 12, ({ toOn }) => toOn],
      ['備考', 30, ({ note }) => note],
    ],
    [...team.map(fromMember), ...participants.map(fromParticipant)],
  )
