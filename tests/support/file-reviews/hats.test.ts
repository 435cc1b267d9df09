import { expect } from 'chai'
import type { Actor, Membership, Role } from '../../../src/access/actor.ts'
import { hatOf } from '../../../src/support/file-reviews/file-reviews.ts'

const programme = { id: 'r7', ownerId: 'banso' }
const held = (role: Role, programmeId: string | null = null): Membership => ({
  ...{ id: role, role, organisationId: 'banso', programmeId, regionId: null, fromOn: '2025-04-01', toOn: null },
})
const actor = (...memberships: Membership[]): Actor => ({
  personId: 'p',
  name: '春山 遥',
  memberships,
  isAdministrator: false,
})

describe('in which role a file is reviewed', () => {
  it('is the one that reviews, whatever else the person is', () => {
    expect(hatOf(actor(held('municipality'), held('wg_member', 'r7')), programme)).to.equal('wg_member')
    expect(hatOf(actor(held('wg_member', 'r6'), held('advisor')), programme)).to.equal('advisor')
    expect(hatOf(actor(held('advisor'), held('secretariat')), programme)).to.equal('secretariat')
  })
})
