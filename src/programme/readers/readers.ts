import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle, circlesReadBy } from '../../access/circles.ts'
import type { Region } from '../regions/regions.ts'
import type { TeamMember } from '../teams/teams.ts'

/** A circle with what it is for and who of this region's team reads it, asked of the rule itself. */
export interface Reading {
  circle: Circle
  label: string
  readers: string
  usedFor: string
  names: string[]
  isMine: boolean
}

const USED_FOR: Record<Circle, string> = {
  town: '関係者表、協議の場の計画、町のなかのメモ',
  team: 'アドバイザーと事務局の控え',
  region: 'シート、回の前のひとこと、回の記録、助言、約束（はじめはここ）',
  office: '事務局の控え',
  wg: '事務局が支援経過（1枚）に載せるもの',
  joint: '合同報告会のために出したもの',
}

const asActor = (m: TeamMember, region: Region): Actor => ({
  personId: m.personId,
  name: m.name,
  isAdministrator: false,
  memberships: [
    {
      id: m.membershipId,
      role: m.role,
      organisationId: m.organisationId,
      programmeId: null,
      regionId: m.isNamed ? region.id : null,
      fromOn: m.fromOn,
      toOn: m.toOn,
    },
  ],
})

export function readingsOf(actor: Actor, region: Region, team: readonly TeamMember[]): Reading[] {
  const mine = circlesReadBy(actor, region)
  return (Object.keys(CIRCLES) as Circle[]).map((circle) => {
    const reading = team.filter((m) => circlesReadBy(asActor(m, region), region).includes(circle))
    return {
      circle,
      label: CIRCLES[circle],
      readers: CIRCLE_READERS[circle],
      usedFor: USED_FOR[circle],
      names: [...new Set(reading.map((m) => m.name))],
      isMine: mine.includes(circle),
    }
  })
}
