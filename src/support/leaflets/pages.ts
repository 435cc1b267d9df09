import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { type FileComment, waitingOf } from '../file-reviews/file-reviews.ts'
import { TAKEN } from '../tool-files/paper.ts'
import type { Tool } from '../tool-files/tool-files.ts'

export interface LeafletsPage {
  rows: { label: string; href: string; about: string; version: string; by: string; comments: string }[]
  saveTo: string | null
  accept: string
  kindsText: string
  maxBytes: number
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/leaflets/index': LeafletsPage
  }
}

interface View {
  actor: Actor
  programme: Programme
  form: FormState
}

export const leafletsPage = (
  { actor, programme, form }: View,
  given: { leaflets: readonly Tool[]; comments: readonly FileComment[] },
): LeafletsPage & PageBase => ({
  title: 'リーフレットの案',
  crumbs: programmeCrumbs(programme, { label: 'リーフレットの案' }),
  rows: given.leaflets.map((one) => {
    const [newest] = one.versions
    const own = given.comments.filter(({ versionId }) => one.versions.some(({ id }) => id === versionId))
    const waiting = waitingOf(own)
    return {
      label: one.name,
      href: paths.fileReview(programme.id, one.id),
      about: one.about,
      version: newest ? `第${newest.number}版` : '—',
      by: newest ? `${warekiShort(dayOf(newest.createdAt))} ${newest.createdBy}` : '—',
      comments: own.length === 0 ? 'まだありません' : `${own.length}件${waiting > 0 ? `（返事待ち${waiting}件）` : ''}`,
    }
  }),
  saveTo: !programme.isSample && may(actor, 'tools.edit', programme) ? paths.leaflets(programme.id) : null,
  ...TAKEN,
  form,
})
