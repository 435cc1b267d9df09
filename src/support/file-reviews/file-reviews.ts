import { type Actor, type Role, runs } from '../../access/actor.ts'

/** What a reviewer says of one version of a leaflet or a tool, and what became of it. */
export interface FileComment {
  id: string
  versionId: string
  text: string
  personId: string | null
  personName: string
  role: Role | null
  createdAt: string
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
  /** 済み: nothing more is to be done about it. */
  closedBy: string | null
  closedAt: string | null
}

export const COMMENT_STATES = { open: '返事待ち', answered: '返事あり', closed: '済み' } as const
export type CommentState = keyof typeof COMMENT_STATES

export function commentStateOf({ closedAt, answeredAt }: Pick<FileComment, 'closedAt' | 'answeredAt'>): CommentState {
  if (closedAt) return 'closed'
  return answeredAt ? 'answered' : 'open'
}

export const waitingOf = (comments: readonly FileComment[]): number =>
  comments.filter((one) => commentStateOf(one) === 'open').length

/** In which of their roles somebody speaks here, whatever else they are. */
export function hatOf(actor: Actor, programme: { id: string; ownerId: string }): Role {
  if (runs(actor, programme)) return 'secretariat'
  const sits = actor.memberships.some((m) => m.role === 'wg_member' && m.programmeId === programme.id)
  return sits ? 'wg_member' : 'advisor'
}
