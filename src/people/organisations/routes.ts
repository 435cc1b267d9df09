import { type RouteTable, tableDoors } from '../../access/doors.ts'
import { organisationPaths as paths } from '../../paths/organisations.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { everyRow } from '../../platform/office/take-along.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { changeContact } from './actions.ts'
import { contactForm, readFilters } from './forms.ts'
import { fullNameOf, type Organisation } from './organisations.ts'
import { organisationPage, organisationsPage, PER_PAGE } from './pages.ts'
import { childrenOf, organisationOf, prefectures, searchOrganisations } from './store.ts'
import { organisationList } from './workbook.ts'

export const organisationRoutes: RouteTable<'plain'> = {
  ...tableDoors<'plain'>('/organisations', 'organisation.view', taken),
  'GET /organisations': { may: 'organisation.view', run: list },
  'GET /organisations/:organisationId': { may: 'organisation.view', run: (call) => show(call) },
  'POST /organisations/:organisationId': { may: 'organisation.edit', run: saveContact },
}

const home = { label: 'ホーム', href: '/' }

async function list({ ctx, query }: Call): Promise<Reply> {
  const filters = readFilters(query)
  const found = await searchOrganisations(ctx.db, {
    q: filters.q,
    ...(filters.kind && { kinds: [filters.kind] }),
    prefectureCode: filters.prefecture,
    limit: PER_PAGE,
    offset: (filters.page - 1) * PER_PAGE,
    includeInvented: true,
  })
  const props = organisationsPage({ actor: ctx.actor, filters, found, prefectures: await prefectures(ctx.db, true) })
  return page('people/organisations/index', {
    ...props,
    title: '団体と連絡先',
    crumbs: [home, { label: '団体と連絡先' }],
  })
}

async function asked(call: Call): Promise<Organisation> {
  const organisation = await organisationOf(call.ctx.db, call.params.organisationId ?? '')
  if (!organisation) throw notFound()
  return organisation
}

async function show(call: Call, form?: FormState, status = 200): Promise<Reply> {
  const { db, actor } = call.ctx
  const organisation = await asked(call)
  const parent = organisation.parentOrganisationId
    ? await organisationOf(db, organisation.parentOrganisationId)
    : undefined
  const props = organisationPage({ actor, organisation, parent, children: await childrenOf(db, organisation.id) })
  const { section, mailbox, telephone, mailDomain } = organisation
  const now = {
    section: section ?? '',
    mailbox: mailbox ?? '',
    telephone: telephone ?? '',
    mailDomain: mailDomain ?? '',
  }
  const crumbs = [home, { label: '団体と連絡先', href: paths.organisations }, { label: props.heading }]
  return page(
    'people/organisations/show',
    { ...props, title: props.heading, crumbs, form: form ?? emptyForm(now) },
    status,
  )
}

async function saveContact(call: Call): Promise<Reply> {
  const organisation = await asked(call)
  const input = readForm(contactForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  const { seen, ...contact } = input.data
  try {
    await changeContact(call.ctx, organisation.id, contact, seen)
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'conflict')) throw error
    return show(call, withError(input.form, 'section', error.message), 409) // the words stay, beside what stands there now
  }
  return redirect(paths.organisation(organisation.id), `${fullNameOf(organisation)}の連絡先を保存しました`)
}

async function taken({ ctx, query }: Call): Promise<NamedList> {
  const { q, kind, prefecture } = readFilters(query)
  const asked = { q, ...(kind && { kinds: [kind] }), prefectureCode: prefecture, includeInvented: true }
  const rows = await everyRow((part) => searchOrganisations(ctx.db, { ...asked, ...part }))
  return { name: '団体と連絡先', ...organisationList(rows) }
}
