import { ROLES } from '../../access/actor.ts'
import { CIRCLES, type Circle } from '../../access/circles.ts'
import type { NamedMembership } from '../../people/accounts/accounts.ts'
import { warekiShort } from '../../platform/time.ts'

/** Everything one person holds, for the day somebody else takes it over. */
export interface HeldMembership extends NamedMembership {
  /** The region or year it holds for, in words. */
  place: string
  /** Whether this actor may give it to somebody else. */
  isMovable: boolean
}

/** A promise that names the person. */
export interface HeldPromise {
  id: string
  regionId: string
  region: string
  text: string
  owner: string
  circle: Circle
}

export interface Holdings {
  memberships: HeldMembership[]
  promises: HeldPromise[]
  /** Advice given under this name that still waits for an answer. */
  advice: number
  /** Handed-in homework of the person's regions that waits for an answer. */
  homework: number
  /** Calendar invitations to meetings still to come. */
  invitations: number
  /** Unsaved texts: nobody else sees them. */
  drafts: number
  links: HeldLink[]
}

export interface HeldLink {
  tokenHash: string
  endsAt: string
}

/** Roles that would still be held on that day. */
export const openFrom = <M extends { toOn: string | null }>(memberships: readonly M[], fromOn: string): M[] =>
  memberships.filter((m) => m.toOn === null || m.toOn >= fromOn)

const bare = (text: string) => text.replace(/[\s　]+/g, '')

/** 「みどり町 青木葵」 and 「青木 葵」 both name 青木 葵. */
export const names = (owner: string, name: string): boolean => name !== '' && bare(owner).includes(bare(name))

/** The same words with the other name; spaces inside a name are typed in many ways. */
export function renamed(owner: string, from: string, to: string): string {
  const letters = [...bare(from)].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return owner.replace(new RegExp(letters.join('[\\s　]*'), 'g'), () => to)
}

export interface Fact {
  term: string
  text: string
}
export interface Row {
  text: string
  note: string
}

export const roleRows = (holdings: Holdings): Row[] =>
  holdings.memberships.map((m) => ({
    text: `${ROLES[m.role]}${m.title ? `・${m.title}` : ''}（${m.organisationName}）`,
    note: `${m.place}。${warekiShort(m.fromOn)}から${m.toOn ? `${warekiShort(m.toOn)}まで` : ''}${m.isMovable ? '' : '。いまの立場では移せません'}`,
  }))

export const promiseRows = (holdings: Holdings): Row[] =>
  holdings.promises.map((p) => ({
    text: p.text,
    note: `${p.region}。行う人：${p.owner}${p.circle === 'region' ? '' : `。読む人：${CIRCLES[p.circle]}`}`,
  }))

/** What goes along by itself, and what does not. */
export const factsOf = (h: Holdings): Fact[] => [
  { term: '返事を待つ助言', text: h.advice > 0 ? `${h.advice}件（書いた人の名前は変わりません）` : 'なし' },
  {
    term: 'これからの回の招待',
    text: h.invitations > 0 ? `${h.invitations}件（日程を知らせ直すと、新しい人の予定表に入ります）` : 'なし',
  },
  { term: '返事を待つ宿題', text: h.homework > 0 ? `${h.homework}件（役割といっしょに移ります）` : 'なし' },
  {
    term: '書きかけ',
    text: h.drafts > 0 ? `${h.drafts}件（本人だけに見えています。先に保存してもらってください）` : 'なし',
  },
  { term: '送ってあるリンク', text: h.links.length > 0 ? `${h.links.length}本（その日に使えなくなります）` : 'なし' },
]
