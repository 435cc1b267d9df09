import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { PlacesOf } from '../memberships/memberships.ts'
import { membershipsOfPerson } from '../memberships/store.ts'
import { lastSeenOf, signInsOf } from '../sign-in/store.ts'
import { comeBack, endAllSignIns, leave, personAsked, setAdministrator } from './actions.ts'
import { accountPage } from './pages.ts'

async function show(call: Call, placesOf: PlacesOf): Promise<Reply> {
  const { db, actor, now } = call.ctx
  const person = await personAsked(call)
  const view = {
    actor,
    person,
    memberships: await membershipsOfPerson(db, person.id),
    places: await placesOf(call.ctx),
    lastSeenAt: await lastSeenOf(db, person.id),
    signedInNow: (await signInsOf(db, person.id, now)).length,
    now,
  }
  return page('people/accounts/show', accountPage(view))
}

async function markLeft(call: Call): Promise<Reply> {
  const person = await personAsked(call)
  await leave(call.ctx, person)
  return redirect(paths.account(person.id), `${person.name}さんを「離れた人」にしました。もう入れません`)
}

async function markBack(call: Call): Promise<Reply> {
  const person = await personAsked(call)
  await comeBack(call.ctx, person)
  return redirect(paths.account(person.id), `${person.name}さんを名簿に戻しました。役割を加えてください`)
}

async function administrator(call: Call): Promise<Reply> {
  const person = await personAsked(call)
  const isAdministrator = call.body.administrator === '1'
  await setAdministrator(call.ctx, person, isAdministrator)
  return redirect(
    paths.account(person.id),
    isAdministrator ? `${person.name}さんを管理担当者にしました` : `${person.name}さんの管理担当を外しました`,
  )
}

async function endSignIns(call: Call): Promise<Reply> {
  const person = await personAsked(call)
  await endAllSignIns(call.ctx, person)
  return redirect(paths.account(person.id), `${person.name}さんは、どの端末でも入りなおしが必要になりました`)
}

export const accountRoutes = (placesOf: PlacesOf): RouteTable<'plain'> => ({
  'GET /accounts/:personId': { may: 'account.invite', run: (call) => show(call, placesOf) },
  'POST /accounts/:personId/leaving': { may: 'account.administer', run: markLeft },
  'POST /accounts/:personId/return': { may: 'account.administer', run: markBack },
  'POST /accounts/:personId/administrator': { may: 'account.administer', run: administrator },
  'POST /accounts/:personId/sign-ins/end': { may: 'account.administer', run: endSignIns },
})
