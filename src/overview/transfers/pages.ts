import { ROLES } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Person } from '../../people/accounts/accounts.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { clock, dayOf, today, wareki, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import {
  type Fact,
  factsOf,
  type Holdings,
  openFrom,
  promiseRows,
  type Row,
  renamed,
  roleRows,
} from '../holdings/holdings.ts'
import { isUndoable, lastDayOf, type Transfer } from './transfers.ts'

export interface TransferPage {
  heading: string
  groups: { id: string; heading: string; rows: Row[]; emptyText: string }[]
  facts: Fact[]
  form: FormState
  people: { value: string; label: string; hint: string }[]
  previewTo: string
  offersLeaving: boolean
  inviteHref: string | null
  undo: { text: string; to: string }[]
}

export interface PreviewPage {
  heading: string
  lead: string
  lines: Row[]
  stays: string[]
  saveTo: string
  backHref: string
  hidden: { name: string; value: string }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/transfers/show': TransferPage
    'overview/transfers/preview': PreviewPage
  }
}

const crumbsOf = (person: Person, last: string) => [
  { label: '名簿', href: paths.accounts },
  { label: person.name, href: paths.account(person.id) },
  { label: last },
]

export interface TransferView {
  ctx: Ctx
  person: Person
  holdings: Holdings
  colleagues: readonly { id: string; name: string; section: string; email: string }[]
  transfers: readonly (Transfer & { toName: string })[]
  form?: FormState | undefined
}

export function transferPage(view: TransferView): TransferPage & PageBase {
  const { ctx, person, holdings, form } = view
  return {
    title: `${person.name}さんの引き継ぎ`,
    crumbs: crumbsOf(person, '引き継ぎ'),
    heading: `${person.name}さんが持っているもの`,
    groups: [
      { id: 'roles', heading: '役割', rows: roleRows(holdings), emptyText: 'いまの役割はありません。' },
      {
        id: 'promises',
        heading: '名前の入った約束',
        rows: promiseRows(holdings),
        emptyText: '姓と名の入った約束はありません。姓だけのものは、ここには出ません。',
      },
    ],
    facts: factsOf(holdings),
    form: form ?? emptyForm({ fromOn: wareki(today(ctx.now)) }),
    people: view.colleagues.map((p) => ({
      value: p.id,
      label: p.name,
      hint: [p.section, p.email].filter(Boolean).join('・'),
    })),
    previewTo: paths.transferPreview(person.id),
    offersLeaving: may(ctx.actor, 'account.administer'),
    inviteHref: may(ctx.actor, 'account.invite') ? paths.newInvitation : null,
    undo: view.transfers
      .filter((t) => isUndoable(t, ctx.now))
      .map((t) => ({
        text: `${warekiShort(dayOf(t.madeAt))} ${clock(t.madeAt)}に${t.madeBy}さんが、${wareki(t.fromOn)}から${t.toName}さんへ引き継ぎました`,
        to: paths.transferUndo(person.id, t.id),
      })),
  }
}

export interface Planned {
  person: Person
  to: Person
  fromOn: string
  leaves: boolean
  holdings: Holdings
}

export function previewPage({ person, to, fromOn, leaves, holdings }: Planned): PreviewPage & PageBase {
  const roles = openFrom(holdings.memberships, fromOn)
  const moved = roleRows({ ...holdings, memberships: roles.filter((m) => m.isMovable) })
  const kept = roles.filter((m) => !m.isMovable)
  return {
    title: '引き継ぎを確かめる',
    crumbs: crumbsOf(person, '引き継ぎを確かめる'),
    heading: `${person.name}さんから${to.name}さんへ`,
    lead: `${wareki(lastDayOf(fromOn))}までが${person.name}さん、${wareki(fromOn)}からが${to.name}さんの担当になります。`,
    lines: [
      ...moved.map((row) => ({ ...row, note: `役割。${row.note}` })),
      ...holdings.promises.map((p) => ({
        text: p.text,
        note: `約束。${p.region}。行う人が「${p.owner}」から「${renamed(p.owner, person.name, to.name)}」に、いま変わります`,
      })),
      ...(holdings.links.length > 0 && (leaves || kept.length === 0)
        ? [{ text: `送ってあるリンク${holdings.links.length}本`, note: `${wareki(fromOn)}に使えなくなります` }]
        : []),
      ...(leaves
        ? [{ text: `${person.name}さんの登録`, note: `${wareki(fromOn)}に「離れた人」になり、入れなくなります` }]
        : []),
    ],
    stays: [
      '書いた助言・記録・履歴は、書いた人の名前のまま残ります。',
      ...kept.map((m) => `${ROLES[m.role]}（${m.organisationName}）は、いまの立場では移せません。`),
      'ふたりにメールで知らせます。1日のあいだは、この画面から取り消せます。',
    ],
    saveTo: paths.transfer(person.id),
    backHref: paths.transfer(person.id),
    hidden: [
      { name: 'to', value: to.id },
      { name: 'fromOn', value: fromOn },
      ...(leaves ? [{ name: 'leaves', value: '1' }] : []),
    ],
  }
}
