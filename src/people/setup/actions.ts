import { today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { SetCookie } from '../../platform/web/reply.ts'
import { addMembership, addPerson, countPeople } from '../accounts/store.ts'
import { change } from '../history/actions.ts'
import { addOrganisation } from '../organisations/store.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { setPasswordHash } from '../passwords/store.ts'
import { signInAs, type Visit } from '../sign-in/actions.ts'

export interface FirstPerson {
  organisation: string
  name: string
  kana: string
  email: string
  password: string
}

/** The secretariat and its first administrator, who is signed in at once. Only in an empty house. */
export async function setUp(visit: Visit, given: FirstPerson): Promise<SetCookie> {
  const { now } = visit.ctx
  const passwordHash = await hashPassword(given.password)
  return change(visit.ctx, async (db, log) => {
    if ((await countPeople(db)) > 0) throw new Problem('gone', '最初の設定は、もう済んでいます')
    const organisation = { kind: 'secretariat', name: given.organisation, kana: '' } as const
    const organisationId = await addOrganisation(db, organisation, now)
    const personId = await addPerson(db, { ...given, isAdministrator: true }, now)
    await setPasswordHash(db, personId, passwordHash)
    await addMembership(db, { personId, role: 'secretariat', organisationId, fromOn: today(now) }, now)
    await log({ kind: 'house_opened', details: { name: given.name, organisation: given.organisation } })
    return signInAs(visit, personId, db)
  })
}
