import type { PrintedSection } from '../../papers/sheets/sheets.ts'
import { paths } from '../../paths/paths.ts'
import { wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Choice, Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'
import {
  ANSWERS,
  answeredBy,
  askedOf,
  CONSENT_KINDS,
  type Consent,
  kindFor,
  latestOf,
  needsAnswers,
  standOf,
} from './consents.ts'

export interface ConsentRow {
  office: string
  state: 'yes' | 'no' | 'none'
  answer: string
  detail: string
  note: string
}

export interface ConsentPage extends PageBase {
  region: string
  lead: string
  rows: ConsentRow[]
  earlier: string[]
  form: FormState
  options: Choice[]
  answerTo: string | null
  answerHeading: string
  offices: Choice[]
  recordTo: string | null
  requestTo: string | null
  requestLabel: string
  entryHref: string | null
}

export interface ConsentLinkPage extends PageBase {
  form: FormState
  region: string
  programme: string
  due: string | null
  office: string
  lead: string
  options: Choice[]
  given: string | null
  entry: PrintedSection[]
  sendTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/consents/show': ConsentPage
    'programme/consents/link': ConsentLinkPage
  }
}

const optionsFor = (kind: keyof typeof ANSWERS) =>
  Object.entries(ANSWERS[kind]).map(([value, label]) => ({ value, label }))

export interface ConsentView {
  programme: Programme
  region: Region
  consents: readonly Consent[]
  offices: ReadonlyMap<string, string>
  /** The organisation this reader answers for. */
  answersFor: string | null
  deeds: { record: boolean; request: boolean; entry: boolean }
}

function rowOf(view: ConsentView, id: string): ConsentRow {
  const c = latestOf(view.region, view.consents, id)
  const office = view.offices.get(id) ?? ''
  if (!c) return { office, state: 'none', answer: '返事を待っています', detail: '', note: '' }
  const state = c.answer === 'agreed' ? 'yes' : 'no'
  return { office, state, answer: ANSWERS[c.kind][c.answer], detail: answeredBy(c), note: c.note }
}

function leadOf({ region, consents, programme }: ConsentView): string {
  if (standOf(region, consents) === 'agreed') return 'そろっています。受付に要る返事は、ほかにありません。'
  if (!needsAnswers(region, programme.rules)) return 'この応募に、承諾の返事は要りません。'
  return `そろうと受付になります。${programme.consentDueOn ? `返事の期限は${wareki(programme.consentDueOn)}です。` : ''}`
}

export function consentPage(view: ConsentView, form: FormState): ConsentPage {
  const { region } = view
  const kind = kindFor(region)
  const title = CONSENT_KINDS[kind]
  const asked = askedOf(region)
  const latest = new Set(asked.map((id) => latestOf(region, view.consents, id)?.id))
  const missing = asked.filter((id) => latestOf(region, view.consents, id)?.answer !== 'agreed').length
  return {
    title,
    crumbs: regionCrumbs(region, title),
    region: region.name,
    lead: leadOf(view),
    rows: asked.map((id) => rowOf(view, id)),
    earlier: view.consents
      .filter((c) => !latest.has(c.id))
      .map(
        (c) => `${view.offices.get(c.organisationId ?? '') ?? title}「${ANSWERS[c.kind][c.answer]}」${answeredBy(c)}`,
      ),
    form,
    options: optionsFor(kind),
    answerTo: view.answersFor ? paths.entryConsent(region.id) : null,
    answerHeading: view.answersFor && latestOf(region, view.consents, view.answersFor) ? '返事を変える' : '返事をする',
    offices: asked.map((id) => ({ value: id, label: view.offices.get(id) ?? '' })),
    recordTo: view.deeds.record ? paths.consentRecord(region.id) : null,
    requestTo: view.deeds.request && missing > 0 ? paths.consentReminder(region.id) : null,
    requestLabel: `返事をお願いする手紙を送る（${missing}か所）`,
    entryHref: view.deeds.entry ? paths.entry(region.id) : null,
  }
}

type LinkView = Pick<ConsentView, 'programme' | 'region' | 'consents'> & {
  office: { id: string; name: string }
  entry: PrintedSection[]
}

export function consentLinkPage(view: LinkView, form: FormState, sendTo: string): ConsentLinkPage {
  const { region, programme, office } = view
  const kind = kindFor(region)
  const last = latestOf(region, view.consents, office.id)
  return {
    title: kind === 'consent' ? '応募への承諾' : '応募への協力',
    frame: 'plain',
    form,
    region: region.name,
    programme: programme.name,
    due: programme.consentDueOn ? wareki(programme.consentDueOn) : null,
    office: office.name,
    lead:
      kind === 'consent'
        ? `${region.name}が応募しました。県としての返事をお願いします。`
        : `${region.name}が応募し、${office.name}の名前が協力市町村にあがっています。返事をお願いします。`,
    options: optionsFor(kind),
    given:
      last &&
      `いまの返事：${ANSWERS[last.kind][last.answer]}（${answeredBy(last)}）。答え直すと、新しい返事が残ります。`,
    entry: view.entry,
    sendTo,
  }
}
