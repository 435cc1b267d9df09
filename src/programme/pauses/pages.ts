import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../regions/regions.ts'
import { type RegionFrame, regionFrame } from '../sections/sections.ts'
import { PAUSE_KINDS, type Pause } from './pauses.ts'

export interface PausePage {
  around: RegionFrame
  heading: string
  facts: { term: string; text: string }[]
  pauseTo: string | null
  resumeTo: string | null
  kinds: { value: string; label: string; hint: string }[]
  past: { text: string }[]
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/pauses/show': PausePage
  }
}

const KINDS = [
  { value: 'pause', label: PAUSE_KINDS.pause, hint: 'また再開するつもりのとき' },
  { value: 'stop', label: PAUSE_KINDS.stop, hint: '支援を終えるとき。まちがえたときは再開できます' },
]

export function pausePage(
  actor: Actor,
  region: Region,
  asked: { pauses: readonly Pause[]; form: FormState },
): PausePage {
  const open = asked.pauses.find((pause) => pause.endedAt === null)
  const facts = open && [
    { term: 'いまの状態', text: PAUSE_KINDS[open.kind] },
    { term: 'いつから', text: wareki(dayOf(open.fromAt)) },
    { term: '決めた人', text: open.byName },
    { term: '理由', text: open.reason },
  ]
  const past = asked.pauses.flatMap((p) =>
    p.endedAt
      ? [
          {
            text: `${wareki(dayOf(p.fromAt))}から${wareki(dayOf(p.endedAt))}まで${PAUSE_KINDS[p.kind]}（${p.reason}）。再開：${p.endReason ?? ''}`,
          },
        ]
      : [],
  )
  return {
    around: regionFrame(actor, region, 'overview'),
    heading: open ? `支援は${PAUSE_KINDS[open.kind]}になっています` : '支援を休止・中止にする',
    facts: facts ?? [],
    pauseTo: open || region.isSample ? null : paths.regionPause(region.id),
    resumeTo: open ? paths.regionResume(region.id) : null,
    kinds: KINDS,
    past,
    form: asked.form,
  }
}
