import { z } from 'zod'
import { ROLES } from '../../access/actor.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { ORGANISATION_KINDS, type OrganisationKind } from '../organisations/organisations.ts'
import { type Places, placeFault, scopeOf, TERMS } from './memberships.ts'

/** The fields of a role, shared by an invitation and by a person's page. */
export const membershipFields = {
  organisation: text(40),
  role: oneOf(ROLES, '役割を選んでください'),
  place: text(60),
  term: oneOf(TERMS, '期間を選んでください'),
  title: text(60),
}

interface Asked {
  role: keyof typeof ROLES
  place: string
}

/** A role needs a place that exists and suits it. */
export const askPlace =
  (places: Places) =>
  (given: Asked, issues: z.RefinementCtx): void => {
    const scope = scopeOf(given.place, places)
    const message = scope ? placeFault(given.role, scope) : '担当する範囲を選びなおしてください'
    if (message) issues.addIssue({ code: 'custom', path: ['place'], message })
  }

export const membershipForm = (places: Places) => z.object(membershipFields).superRefine(askPlace(places))
export type MembershipInput = z.output<z.ZodObject<typeof membershipFields>>

const addable: OrganisationKind[] = ['association', 'contractor', 'health_center', 'secretariat', 'other']

/** Bodies that stand in no official list. */
export const ORGANISATION_CHOICES: Record<string, string> = Object.fromEntries(
  addable.map((kind) => [kind, ORGANISATION_KINDS[kind]]),
)

export const organisationForm = z.object({
  newName: needed('組織の名前を書いてください', 100),
  newKana: text(100),
  newKind: oneOf(ORGANISATION_CHOICES, '種類を選んでください'),
  back: text(200),
})
