import { ROLES } from '../../access/actor.ts'
import { type List, listOf } from '../../platform/office/csv.ts'
import type { NamedMembership, Person } from '../accounts/accounts.ts'

/** People with the roles they hold today. */
export function peopleList(people: readonly Person[], memberships: readonly NamedMembership[]): List {
  const own = new Map<string, NamedMembership[]>()
  for (const m of memberships) own.set(m.personId, [...(own.get(m.personId) ?? []), m])
  const words = (id: string, of: (m: NamedMembership) => string) =>
    [...new Set((own.get(id) ?? []).map(of).filter(Boolean))].join('、')
  return listOf<Person>(
    [
      ['氏名', 18, ({ name }) => name],
      ['よみ', 20, ({ kana }) => kana],
      ['メールアドレス', 30, ({ email }) => email],
      ['役割', 24, ({ id }) => words(id, (m) => ROLES[m.role])],
      ['所属', 30, ({ id }) => words(id, (m) => m.organisationName)],
      ['職名', 18, ({ id }) => words(id, (m) => m.title)],
      ['部署', 20, ({ section }) => section],
      ['電話', 18, ({ telephone }) => telephone],
      ['管理担当', 10, ({ isAdministrator }) => (isAdministrator ? 'はい' : '')],
      ['離れた日', 12, ({ leftOn }) => leftOn],
    ],
    people,
  )
}
