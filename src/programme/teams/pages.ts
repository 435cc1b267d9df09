import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { today, wareki, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { MEMBER_ROLES, type Region, readOnlyReason } from '../regions/regions.ts'
import { type RegionFrame, regionFrame } from '../sections/sections.ts'
import {
  type Elsewhere,
  type Fact,
  healthCenterWords,
  inForceOn,
  NAMED_PARTS,
  type Participant,
  participantFacts,
  TEAM_PARTS,
  type TeamMember,
  type TeamPart,
} from './teams.ts'

interface Row {
  name: string
  title: string
  organisation: string
  term: string
  elsewhere: string[]
  endHref: string | null
}

export interface MembersPage {
  around: RegionFrame
  bodies: Fact[]
  groups: { id: string; heading: string; rows: Row[]; emptyText: string }[]
  past: string[]
  participants: Fact[]
  addHref: string | null
  circlesHref: string
}

export interface NewMemberPage {
  around: RegionFrame
  searchTo: string
  typed: string
  foundText: string | null
  people: { value: string; label: string; hint: string }[]
  roles: typeof NAMED_PARTS
  saveTo: string
  inviteHref: string | null
  form: FormState
}

export interface EndMemberPage {
  around: RegionFrame
  text: string
  saveTo: string
  backHref: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/teams/show': MembersPage
    'programme/teams/new': NewMemberPage
    'programme/teams/end': EndMemberPage
  }
}

interface TeamView {
  actor: Actor
  region: Region
  team: readonly TeamMember[]
  elsewhere: readonly Elsewhere[]
  participants: readonly Participant[]
  now: Date
}

const termOf = (m: { fromOn: string; toOn: string | null }): string =>
  `${warekiShort(m.fromOn)}から${m.toOn ? `${warekiShort(m.toOn)}まで` : ''}`

const mayChange = (actor: Actor, region: Region) => readOnlyReason(region) === null && may(actor, 'region.team', region)

export function membersPage(view: TeamView): MembersPage {
  const { actor, region, team, now } = view
  const on = today(now)
  const own = region.isSample ? [] : team.filter((m) => inForceOn(m, on) || m.fromOn > on)
  const ended = region.isSample ? [] : team.filter((m) => m.isNamed && m.toOn !== null && m.toOn < on)
  const groups = (Object.keys(TEAM_PARTS) as TeamPart[]).map((part) => ({
    id: `team-${part}`,
    heading: TEAM_PARTS[part],
    rows: own.filter((m) => m.role === part).map((m) => rowOf(view, m)),
    emptyText: part === 'advisor' ? 'まだ決まっていません。事務局が加えます。' : 'まだいません。',
  }))
  return {
    around: regionFrame(actor, region, 'members'),
    bodies: region.members.map((m) => ({ term: MEMBER_ROLES[m.role], text: m.name })),
    groups: region.isSample ? [] : groups,
    past: ended.map((m) => `${m.name}（${TEAM_PARTS[m.role]}・${m.organisationName}） ${termOf(m)}`),
    participants: participantFacts(view.participants, '市町村'),
    addHref: mayChange(actor, region) ? paths.regionMemberNew(region.id) : null,
    circlesHref: paths.regionCircles(region.id),
  }
}

function rowOf({ actor, region, elsewhere }: TeamView, m: TeamMember): Row {
  const center = healthCenterWords(m)
  const also = elsewhere.filter((e) => m.role === 'advisor' && e.personId === m.personId)
  return {
    name: m.name,
    title: m.title || m.section,
    organisation: center ? `${m.organisationName}（${center}）` : m.organisationName,
    term: m.isNamed ? termOf(m) : `${termOf(m)}（組織の担当として）`,
    elsewhere: also.map((e) => `${e.regionName}も担当（${termOf(e)}）`),
    endHref: m.isNamed && mayChange(actor, region) ? paths.regionMemberEnd(region.id, m.membershipId) : null,
  }
}

interface Asked {
  typed: string
  people: readonly { id: string; name: string; email: string; section: string }[]
  form?: FormState | undefined
  now: Date
}

export function newMemberPage(actor: Actor, region: Region, asked: Asked): NewMemberPage {
  const { typed, people, form, now } = asked
  return {
    around: regionFrame(actor, region, 'members'),
    searchTo: paths.regionMemberNew(region.id),
    typed,
    foundText:
      typed && people.length === 0 ? `「${typed}」に合う人は、名簿にいません。はじめての人は招待してください。` : null,
    people: people.map((p) => ({ value: p.id, label: p.name, hint: [p.section, p.email].filter(Boolean).join('・') })),
    roles: NAMED_PARTS,
    saveTo: paths.regionMembers(region.id),
    inviteHref: may(actor, 'account.invite') ? paths.newInvitation : null,
    form: form ?? emptyForm({ person: people.length === 1 ? (people[0]?.id ?? '') : '', fromOn: wareki(today(now)) }),
  }
}

export const endMemberPage = (
  actor: Actor,
  region: Region,
  asked: { member: TeamMember; form?: FormState | undefined; now: Date },
): EndMemberPage => ({
  around: regionFrame(actor, region, 'members'),
  text: `${asked.member.name}さん（${TEAM_PARTS[asked.member.role]}）は、最後の日の翌日から、この地域のページを見られなくなります。`,
  saveTo: paths.regionMemberEnd(region.id, asked.member.membershipId),
  backHref: paths.regionMembers(region.id),
  form: asked.form ?? emptyForm({ toOn: wareki(today(asked.now)) }),
})
