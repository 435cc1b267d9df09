import { type Actor, type Membership, nobody, ROLES, type Role } from './actor.ts'
import { books, type Deed, may } from './may.ts'

const facts = {
  id: 'region',
  programmeId: 'programme',
  ownerId: 'secretariat',
  prefectureId: 'prefecture',
  applicantIds: ['municipality'],
  cooperatingIds: ['cooperating'],
  isSample: false,
  isSubmitted: true,
  isSelected: true,
}
const programme = { id: 'programme', ownerId: 'secretariat', isSample: false }

const bound: Partial<Record<Role, Partial<Membership>>> = {
  advisor: { regionId: 'region' },
  partner: { regionId: 'region' },
  wg_member: { programmeId: 'programme' },
  observer: { programmeId: 'programme' },
}

const typical = (role: Role): Actor => ({
  personId: role,
  name: '',
  isAdministrator: false,
  memberships: [
    { id: role, role, organisationId: role, programmeId: null, regionId: null, fromOn: '', toOn: null, ...bound[role] },
  ],
})

function passes(actor: Actor, deed: Deed): boolean {
  if (deed in books.plain) return may(actor, deed as keyof typeof books.plain)
  if (deed in books.programme) return may(actor, deed as keyof typeof books.programme, programme)
  return may(actor, deed as keyof typeof books.region, facts)
}

/** Who can, in words, asked of the rules themselves: for a refusal's page and the list of routes. */
export function whoMay(deed: Deed): string[] {
  if (passes(nobody, deed)) return ['どなたでも']
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => passes(typical(role), deed)).map((role) => ROLES[role])
  const administrator = { ...nobody, personId: 'administrator', isAdministrator: true }
  const onDuty = passes(administrator, deed) && roles.length < Object.keys(ROLES).length ? ['管理担当者'] : []
  return [...roles, ...onDuty]
}
