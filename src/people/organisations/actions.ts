import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import { change } from '../history/actions.ts'
import type { Sentences } from '../history/history.ts'
import { type Contact, contactSeen, type NewOrganisation } from './organisations.ts'
import { addOrganisation, organisationOf, updateContact } from './store.ts'

declare module '../history/history.ts' {
  interface Happenings {
    organisation_added: { organisationId: string; name: string }
    organisation_contact_changed: { organisationId: string; name: string; before: Contact; after: Contact }
  }
}

export const organisationHappenings = {
  organisation_added: (h) => `${h.actorName}さんが団体「${h.details.name}」を加えました`,
  organisation_contact_changed: (h) => `${h.actorName}さんが「${h.details.name}」の連絡先を変えました`,
} satisfies Sentences<'organisation_added' | 'organisation_contact_changed'>

export const enterOrganisation = (ctx: Ctx, given: NewOrganisation): Promise<string> =>
  change(ctx, async (db, log) => {
    const organisationId = await addOrganisation(db, given, ctx.now)
    await log({ kind: 'organisation_added', details: { organisationId, name: given.name } })
    return organisationId
  })

/** `seen` is what the person had before them: two people at once do not overwrite each other unseen. */
export const changeContact = (ctx: Ctx, id: string, after: Contact, seen: string): Promise<void> =>
  change(ctx, async (db, log) => {
    const found = await organisationOf(db, id)
    if (!found) throw new Problem('not_found', 'この団体は見つかりません')
    if (contactSeen(found) !== seen)
      throw new Problem(
        'conflict',
        'ほかの人が先に連絡先を変えています。最新の内容を確かめてから、もう一度直してください',
      )
    const { section, mailbox, telephone, mailDomain } = found
    await updateContact(db, id, after, ctx.now)
    await log({
      kind: 'organisation_contact_changed',
      details: { organisationId: id, name: found.name, before: { section, mailbox, telephone, mailDomain }, after },
    })
  })
