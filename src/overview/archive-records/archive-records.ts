import type { Actor } from '../../access/actor.ts'
import { CIRCLES, type Circle, circlesReadBy } from '../../access/circles.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'
import type { Happening } from '../../people/history/history.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Participant, TeamMember } from '../../programme/teams/teams.ts'
import type { Advice } from '../../support/advice/advice.ts'
import type { Consultation } from '../../support/consultations/consultations.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import type { Agreed } from '../../support/promises/promises.ts'
import type { MeetingLine } from '../../support/records/records.ts'
import type { Report } from '../../support/reports/reports.ts'
import type { TimelineDay } from '../../support/timeline/timeline.ts'
import type { Measured } from '../../tools/indicator-values/indicator-values.ts'
import type { Case } from '../../tools/journeys/journeys.ts'
import type { Board } from '../boards/boards.ts'
import type { Item } from '../case-format/bundle.ts'
import type { ClosingFacts } from '../closing-papers/closing-papers.ts'

/** For whom a copy of the record is made: it holds what they read in the product, and nothing else. */
export const READERS = { office: '事務局用（全部）', town: '市町村用（市町村が読むもの）' } as const
export type Reader = keyof typeof READERS

export const isReader = (given: string | undefined): given is Reader =>
  given !== undefined && Object.hasOwn(READERS, given)

/** The town's copy is read with the town's eyes, whoever makes it. */
export const eyesOf = (actor: Actor, region: Region, reader: Reader): Actor =>
  reader === 'office'
    ? actor
    : {
        personId: null,
        name: '市町村の担当者',
        isAdministrator: false,
        memberships: region.applicantIds.map((organisationId) => ({
          ...{ id: '', role: 'municipality', organisationId, programmeId: null, regionId: null },
          ...{ fromOn: '', toOn: null },
        })),
      }

/** 「地域の全員、WGにも」 */
export const circleWords = (actor: Actor, region: Region): string =>
  circlesReadBy(actor, region)
    .map((circle: Circle) => CIRCLES[circle])
    .join('、')

/** A paper of the tools as it stood at the moment. */
export interface RecordPaper {
  ref: string
  documentId: string
  kind: string
  title: string
  number: number
  circle: Circle
  body: Body
  /** The form it is printed and written to Excel by; the logic model has its own. */
  template: Template | null
}

/** Everything of one region at one moment, as one reader reads it. */
export interface RegionRecord {
  region: Region
  programme: Programme
  reader: Reader
  circles: readonly Circle[]
  madeAt: Date
  bundle: Item
  slots: Slot[]
  stepLabels: ReadonlyMap<string, string>
  lines: MeetingLine[]
  advice: Advice[]
  /** Keys of what advice may quote. */
  readable: ReadonlySet<string>
  promises: Agreed[]
  timeline: TimelineDay[]
  consultations: Consultation[]
  reports: Report[]
  history: Happening[]
  team: TeamMember[]
  participants: Participant[]
  papers: RecordPaper[]
  journeys: Case[]
  values: Measured[]
  opinions: { causeId: string }[]
  /** 支援経過（1枚）, once the region is supported. */
  board: Board | null
  /** What まとめ, 効果検証 and the other papers of the end are made of. */
  closing: ClosingFacts | null
  /** Lists that no page gives as such. */
  further: NamedList[]
  files: StoredFile[]
  bringers: ReadonlyMap<string, string>
}
