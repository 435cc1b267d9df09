import { ROLES, type Role } from '../access/actor.ts'
import { readConfig } from '../config.ts'
import { paths } from '../paths/paths.ts'
import { foldEmail, type Person } from '../people/accounts/accounts.ts'
import { addPerson, personByEmail, personOf } from '../people/accounts/store.ts'
import { change } from '../people/history/actions.ts'
import { newInvitationLink } from '../people/invitations/actions.ts'
import { grant } from '../people/memberships/actions.ts'
import { EVERYWHERE } from '../people/memberships/memberships.ts'
import type { Organisation } from '../people/organisations/organisations.ts'
import { organisationByCode, organisationOf, searchOrganisations } from '../people/organisations/store.ts'
import { mailAddress } from '../people/sign-in/forms.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Db } from '../platform/db/db.ts'
import { Problem } from '../platform/web/problem.ts'
import { badUsage, type Command, commandActor, optionsOf, withDatabase } from './command.ts'

const FLAG = '--administrator'

export const createUserCommand: Command = {
  usage: `create-user --name 氏名 --email アドレス --role 役割 --organisation コード [${FLAG}]`,
  help: [
    '人を1人加えて役割をつけ、使い始めるためのリンク（72時間）を出します。メールは送りません。',
    `--role は次のどれか：${Object.entries(ROLES)
      .map(([role, label]) => `${role}（${label}）`)
      .join('、')}`,
    '--organisation は全国地方公共団体コード（6桁）か、名簿にある組織の正式な名前です。',
    `${FLAG} をつけると、管理担当者にもなります。`,
    'うまくいかないときは、何も変えません。',
  ].join('\n'),
  async run(args, io) {
    const isAdministrator = args.includes(FLAG)
    const given = args.filter((arg) => arg !== FLAG)
    const { options, rest } = optionsOf(given, ['name', 'email', 'role', 'organisation'])
    const { name, email, role, organisation } = options
    if (rest.length > 0 || !name || !email || !role || !organisation) throw badUsage(this)
    const asked = { name: name.trim(), email: askEmail(email), role: askRole(role), organisation, isAdministrator }
    const link = await withDatabase((db) => create({ db, now: new Date(), actor: commandActor }, asked))
    io.out(`加えました：${asked.name}（${foldEmail(asked.email)}、${ROLES[asked.role]}）`)
    io.out(`使い始めるリンク（72時間、1回）：${readConfig(process.env).publicUrl}${link}`)
    return 0
  },
}

function askEmail(email: string): string {
  const read = mailAddress.safeParse(email)
  if (!read.success) throw new Problem('invalid', `「${email}」はメールアドレスの形になっていません`)
  return read.data
}

function askRole(role: string): Role {
  if (Object.hasOwn(ROLES, role)) return role as Role
  throw new Problem('invalid', `「${role}」という役割はありません。使える役割：${Object.keys(ROLES).join('、')}`)
}

interface Asked {
  name: string
  email: string
  role: Role
  organisation: string
  isAdministrator: boolean
}

/** Everything or nothing; returns the path of the link. */
const create = (ctx: Ctx, asked: Asked): Promise<string> =>
  change(ctx, async (db, log) => {
    if (await personByEmail(db, asked.email))
      throw new Problem('conflict', `「${asked.email}」の人は、もう名簿にいます`)
    const organisation = await askOrganisation(db, asked.organisation)
    const id = await addPerson(db, asked, ctx.now)
    const role = { ...EVERYWHERE, role: asked.role, organisation, toOn: null, title: '', placeName: null }
    await grant({ ...ctx, db }, id, role)
    const details = { name: asked.name, role: asked.role, organisation: organisation.name }
    await log({ kind: 'person_invited', details })
    const person = (await personOf(db, id)) as Person
    return paths.invitation(await newInvitationLink(db, person, ctx.now))
  })

async function askOrganisation(db: Db, given: string): Promise<Organisation> {
  const found = (await organisationByCode(db, given)) ?? (await organisationOf(db, given))
  if (found) return found
  const { rows } = await searchOrganisations(db, { q: given, includeInvented: true, limit: 100 })
  const [exact, second] = rows.filter((o) => o.name === given)
  if (exact && !second) return exact
  throw new Problem(
    'not_found',
    second
      ? `「${given}」という組織がいくつもあります。全国地方公共団体コードで書いてください`
      : `「${given}」という組織は名簿にありません。全国地方公共団体コードか、正式な名前で書いてください`,
  )
}
