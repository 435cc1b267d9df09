import { may } from '../../access/may.ts'
import { milestonesOf } from '../../papers/revisions/store.ts'
import type { Asked } from '../../papers/sheets/sheets.ts'
import { type Body, rowsIn, textIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { meetingsOfRegion } from '../../support/meetings/store.ts'
import { carriesAround, type Offer } from '../carries/store.ts'
import { factsOf } from '../check-facts/store.ts'
import { fatesOf } from '../check-fates/store.ts'
import { short } from '../checks/checks.ts'
import { untied } from '../closing-ties/closing-ties.ts'
import { remarksOf } from '../comments/store.ts'
import { meetingMinutes } from '../effects/effects.ts'
import { isDrafted, usualOffers } from '../first-drafts/first-drafts.ts'
import { readNumbers } from '../paper-reads/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { askedOn, questionsFor } from '../questions/questions.ts'
import { type Around, changedLinks, remarkWords } from './sheet-asides.ts'

/** What is asked about these words, each beside its field; what was settled before stays silent. */
export async function askedBeside(
  { ctx, region }: { ctx: Ctx; region: Region },
  { ref }: Pick<PaperAt, 'ref'>,
  body: Body,
): Promise<Asked[]> {
  const facts = await factsOf(ctx.db, region, ctx.now)
  const fates = await fatesOf(ctx.db, region.id)
  const mayAnswer = may(ctx.actor, 'paper.write', region)
  // P6 stands on every sheet anyway.
  const asked = questionsFor(ref, body, facts).filter(({ id }) => id !== 'P6')
  const beside = asked.flatMap((found) =>
    askedOn(region.id, [found], fates, mayAnswer).map((asked) => ({
      ...asked,
      ...{ id: found.id, strength: found.level === 'A' ? 'ask' : 'warn', field: found.place.path.split('/')[0] ?? '' },
    })),
  )
  return [
    ...(beside as Asked[]),
    ...askedOfChanges(ref, body),
    ...(await askedOfMinutes(ctx.db, region, { ref, body })),
  ]
}

export async function aroundOf(call: { ctx: Ctx; region: Region }, at: PaperAt): Promise<Around> {
  const { ctx, region } = call
  const { ref, document, head } = at
  const remarks = await remarksOf(call, at)
  const read = document ? await readNumbers(ctx.db, ctx.actor.personId, [document.id]) : new Map<string, number>()
  const milestones = document ? await milestonesOf(ctx.db, document.id) : []
  const about = { regionId: region.id, ref }
  const { offers, notes } = await carriesAround(call, at)
  return {
    ...{ ...about, remarks, remarkWords: remarkWords(remarks) },
    carries: [...notes.values()],
    offers: offers.length,
    draft: draftOf(region.id, at, offers),
    changed: changedLinks({ ...about, head: head.number, milestones, read: read.get(document?.id ?? '') }),
  }
}

function draftOf(regionId: string, at: PaperAt, offers: readonly Offer[]): Around['draft'] {
  if (!isDrafted(at) || at.closed !== null) return null
  const count = usualOffers(at, offers).length
  return count > 0 ? { to: paths.firstDraft(regionId, at.ref), count } : null
}

const QUOTED = 3

/** A change that says no issue can't be read as before and after. */
function askedOfChanges(ref: string, body: Body): Asked[] {
  const rows = ref === 'closing' && rowsIn(body, 'before').length > 0 ? untied(body) : []
  if (rows.length === 0) return []
  const named = rows.slice(0, QUOTED).map((row) => `「${short(row.text ?? '', 24)}」`)
  const more = rows.length > QUOTED ? `など${rows.length}行` : ''
  const text = `どの課題への変化ですか：${named.join('')}${more}。行の「どの課題への答えか」で選ぶと、課題ごとに前後を読めます`
  return [{ id: 'closing-ties', strength: 'ask', field: 'changes', text }]
}

/** How long the meetings took is known: a beginning for whoever is asked what it cost them. */
async function askedOfMinutes(db: Db, region: Region, { ref, body }: { ref: string; body: Body }): Promise<Asked[]> {
  const open = ['minutesTown', 'minutesPrefecture'].filter((key) => textIn(body, key) === '')
  if (ref !== 'effect' || open.length === 0) return []
  const { timed, minutes } = meetingMinutes(await meetingsOfRegion(db, region.id))
  const words = `記録のある回は、時間の分かる${timed}回を合わせて${minutes}分です。準備の時間を足して、おおよそで書けますか`
  return timed === 0 ? [] : open.map((field) => ({ id: 'effect-minutes', strength: 'ask', field, text: words }))
}
