import type { Role } from '../../access/actor.ts'
import type { Body } from '../../papers/templates/templates.ts'
import type { Answer as ConsentAnswer } from '../../programme/consents/consents.ts'
import type { Answer } from '../../support/advice/advice.ts'
import type { Mode } from '../../support/meetings/meetings.ts'
import type { PromiseType, Side } from '../../support/promises/promises.ts'
import type { PersonKey } from './people.ts'

/** All people of the demonstration share one password; it is printed at the start. */
export const PASSWORD = 'banso-note-demo'

/** 「2025-10-22 13:30」 in Tokyo. */
export type At = `${number}-${number}-${number} ${number}:${number}`

/** The demonstration's clock stands here when it is loaded, and goes on from there: a support year is half over. */
export const LOADED_AT: At = '2025-12-16 09:30'

export interface Save {
  at: At
  who: PersonKey
  fields: Body
}

export interface Given {
  step: string
  /** Day and time it is planned for. */
  on: string | null
  time: string | null
  mode: Mode
  place?: string
  plannedAt: At
  /** 回の前のひとこと: sent by the town, or entered for it with the day it was said. */
  lines?: { who: PersonKey; at: At; saidOn?: string; good?: string; stuck?: string; next?: string }
  record?: {
    at: At
    situation: string[]
    decided: string[]
    note?: string[]
    keywords: string[]
    advice: {
      by: PersonKey
      text: string
      circle?: 'region' | 'town' | 'team'
      answer?: { who: PersonKey; at: At; answer: Answer; reason: string }
    }[]
    promises: {
      text: string
      side: Side
      owner: string
      dueOn: string | null
      dueText?: string
      /** With a kind it is 実践; without one only ticked. */
      done?: { who: PersonKey; at: At; on: string; type?: PromiseType }
    }[]
    fixedAt?: At
  }
}

/** One region's year, from the first word to where it stands today. */
export interface Story {
  organisationId: string
  writer: PersonKey
  begunAt: At
  joint?: { organisationId: string; writer: PersonKey }[]
  cooperating?: { organisationId: string; who: PersonKey; at: At }[]
  saves: Save[]
  /** Opened again by the secretariat after the deadline. */
  reopened?: { at: At; untilOn: string; reason: string }
  submittedAt: At
  /** Written where a check warned. */
  reasonToGoOn?: string
  consent?: { who: PersonKey; at: At; answer: ConsentAnswer; section: string; note: string }
  scores: { haru: ScoreRow[]; mika: ScoreRow[] } | null
  decision: { selected: boolean; reason: string } | null
  theme?: string
  team: { who: PersonKey; role: Role }[]
  meetings: Given[]
}

export type ScoreRow = [points: number, reason: string]
