import type { Insertable } from 'kysely'
import { templateOf } from '../../papers/templates/released.ts'
import type { Tables } from '../../platform/db/db.ts'
import type { Teller } from '../filled-words/filled-words.ts'
import { bodiesOf, heldOn, isHeld, momentOn, type Place, scenesOf } from './filled-regions.ts'

/** Rows for the tables they belong to. */
export type Rows = { [T in keyof Tables]?: Insertable<Tables[T]>[] }

interface Telling {
  place: Place
  tell: Teller
  id(at: string): string
  rows: Required<Pick<Rows, Filled>>
}
type Filled =
  | 'regions'
  | 'regionMembers'
  | 'submissions'
  | 'decisions'
  | 'meetings'
  | 'meetingLines'
  | 'advice'
  | 'promises'
  | 'documents'
  | 'revisions'
  | 'memberships'
  | 'happenings'

export const noRows = (): Telling['rows'] => ({
  ...{ regions: [], regionMembers: [], submissions: [], decisions: [], memberships: [], meetings: [] },
  ...{ meetingLines: [], advice: [], promises: [], documents: [], revisions: [], happenings: [] },
})

const plain = { inferred: 0, restJson: '{}' }
const BY = '伴走 一'

function happened({ place, rows, id }: Telling, at: string, what: { kind: string; details: object; regionId: string }) {
  const who = { actorPersonId: place.advisor.id, actorName: place.advisor.name, actorRole: 'advisor' as const }
  rows.happenings.push({
    ...{ id: id(at), kind: what.kind, at, ...who, onBehalfOf: null, programmeId: place.programmeId, circle: 'region' },
    ...{ regionId: what.regionId, detailsJson: JSON.stringify(what.details) },
  })
}

function meetingRows(telling: Telling, regionId: string): void {
  const { place, tell, id, rows } = telling
  const { programmeId, advisor } = place
  for (const [at, step] of place.steps.entries()) {
    const day = heldOn(place.fiscalYear, at, place.number)
    const moment = momentOn(day)
    const held = isHeld(day)
    const meetingId = id(moment)
    rows.meetings.push({
      ...{
        id: meetingId,
        programmeId,
        regionId,
        stepId: step.id,
        stepKey: step.key,
        number: at + 1,
        label: step.label,
      },
      ...{ kind: step.kind, heldOn: day, startsAt: null, minutes: 90, mode: 'online', place: '', url: '' },
      ...{ keywordsJson: held ? '["退院","連携"]' : '[]', isRecorded: held ? 1 : 0, fixedAt: held ? moment : null },
      ...{ fixedBy: held ? BY : null, cancelledAt: null, cancelReason: null, cancelKind: null, postponeReason: null },
      ...{ restJson: '{}', createdAt: moment },
    })
    if (!held) continue
    const by = { personId: null, personName: BY, createdAt: moment, deletedAt: null, version: 1, ...plain }
    for (const [position, circle] of (['region', 'region', 'team'] as const).entries()) {
      const part = position === 1 ? 'decided' : 'situation'
      rows.meetingLines.push({ id: id(moment), meetingId, part, text: tell.seen(), circle, position, ...by })
    }
    const details = { n: at + 1, label: step.label, lines: 3, advice: 1, promises: 1 }
    happened(telling, moment, { kind: 'meeting_recorded', details, regionId })
    if (step.kind !== 'support') continue
    const isAnswered = tell.number(4) > 0
    rows.advice.push({
      ...{ id: id(moment), regionId, meetingId, text: tell.advised(), circle: 'region', aboutJson: '{}', position: 0 },
      ...{ advisorId: advisor.id, advisorName: advisor.name, createdAt: moment, sentAt: moment, deletedAt: null },
      ...{ answer: isAnswered ? 'taken' : null, answerReason: isAnswered ? tell.promised() : null },
      ...{ answeredAt: isAnswered ? moment : null, answeredBy: isAnswered ? place.town.name : null, ...plain },
    })
    promiseRow(telling, { regionId, meetingId, moment, day })
  }
}

interface Said {
  regionId: string
  meetingId: string
  moment: string
  day: string
}

function promiseRow(telling: Telling, { regionId, meetingId, moment, day }: Said): void {
  const { place, tell, id, rows } = telling
  const isDone = place.fiscalYear < 2025 || tell.number(3) > 0
  rows.promises.push({
    ...{ id: id(moment), regionId, meetingId, bundleKey: null, text: tell.promised(), type: 'do', side: 'town' },
    ...{
      owner: place.town.name,
      ownerRole: 'municipality',
      dueOn: day,
      dueText: null,
      betweenFrom: null,
      betweenTo: null,
    },
    ...{ status: isDone ? 'done' : 'todo', heldOn: isDone ? day : null, circle: 'region', createdAt: moment },
    ...{ createdBy: null, doneAt: isDone ? moment : null, doneBy: isDone ? BY : null, homeworkWhy: null },
    ...{ waivedAt: null, waivedBy: null, waiveReason: null, withWhom: '', learned: isDone ? tell.seen() : '' },
    ...{ touchesJson: '[]', isEvidence: 0, position: 0, ...plain },
  })
}

function paperRows({ place, tell, id, rows }: Telling, regionId: string): void {
  const day = `${place.fiscalYear}-10-20`
  const at = momentOn(day)
  for (const { kind, part, body } of bodiesOf(tell, () => id(at), place.fiscalYear)) {
    const documentId = id(at)
    const ownerId = part ? `${regionId}/${part}` : regionId
    const template = templateOf(kind)
    rows.documents.push({
      ...{ id: documentId, kind, ownerKind: 'region', ownerId, templateKey: template?.key ?? null },
      ...{ templateVersion: template?.version ?? null, headNumber: 1, circle: 'region', createdAt: at },
    })
    rows.revisions.push({
      ...{ id: id(at), documentId, number: 1, changesJson: '[]', bodyJson: JSON.stringify(body), savedAt: at },
      ...{ personId: null, personName: place.town.name, onBehalfOf: null, source: 'form', fileId: null, note: '' },
    })
  }
}

/** Everything one region of one year has. */
export function tellRegion(telling: Telling): void {
  const { place, tell, id, rows } = telling
  const { town, programmeId, fiscalYear } = place
  const at = momentOn(`${fiscalYear}-08-01`)
  const regionId = id(at)
  const name = `${town.prefectureName}${town.name}`
  rows.regions.push({
    ...{
      id: regionId,
      number: place.number,
      programmeId,
      name,
      caseType: 'municipality',
      focus: '',
      sortCode: town.code,
    },
    ...{ prefectureId: town.prefectureId, bureauCode: town.bureauCode, theme: tell.promised(), bundleId: null },
    ...{ scenesJson: JSON.stringify(scenesOf(tell)), isSample: 0, importedAt: null, restJson: '{}', createdAt: at },
    createdBy: null,
  })
  const member = { organisationId: town.id, role: 'applicant', name: town.name, position: 0, restJson: '{}' }
  rows.regionMembers.push({ id: id(at), regionId, ...member })
  rows.submissions.push({
    ...{
      id: id(at),
      regionId,
      documentId: '',
      revisionNumber: 1,
      submittedAt: at,
      personId: null,
      personName: town.name,
    },
    ...{ onBehalfOf: null, questionsJson: '[]', withdrawnAt: null, withdrawnBy: null, withdrawReason: null },
  })
  rows.decisions.push({
    ...{ id: id(at), regionId, selected: 1, reason: '', warningReason: '', decidedAt: at, decidedBy: BY },
    ...{ reversesId: null, announcedAt: at },
  })
  if (fiscalYear === 2025)
    rows.memberships.push({
      ...{ id: id(at), personId: place.advisor.id, role: 'advisor', organisationId: 'org-filled', programmeId: null },
      ...{ regionId, fromOn: '2025-08-01', toOn: null, title: '', createdAt: at, endedBy: null },
    })
  meetingRows(telling, regionId)
  paperRows(telling, regionId)
}
