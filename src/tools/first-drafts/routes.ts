import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { type Reply, redirect } from '../../platform/web/reply.ts'
import { carriesAround } from '../carries/store.ts'
import { sheetAt } from '../sheets/store.ts'
import { takeTied } from './actions.ts'
import { countedWords, isDrafted, usualOffers } from './first-drafts.ts'

export const firstDraftRoutes: RouteTable<'region'> = {
  'POST /regions/:regionId/sheets/:ref/first-draft': { may: 'paper.write', run: begin },
}

/** 「記録から下書きを入れる」: one press, one revision; a second press finds nothing left to do. */
async function begin(call: Call & Seen['region']): Promise<Reply> {
  const { ctx, region } = call
  const at = await sheetAt(call)
  if (!isDrafted(at)) throw notFound()
  if (at.closed) throw new Problem('forbidden', at.closed)
  const { offers, sources } = await carriesAround(call, at)
  const usual = usualOffers(at, offers)
  const count = usual.length > 0 ? await takeTied(ctx, region, { at, offers: usual, sources }) : 0
  const home = at.kind.home(region.id, at.part)
  if (count === 0) return redirect(home, '新しく入れられるものは、いまはありません')
  const placeOf = (path: string) => at.kind.words.place(path, at.head.body)
  const left = offers.length - usual.length
  const more = left > 0 ? `ほかにも${left}か所、選んで写せます。` : ''
  return redirect(
    home,
    `下書きを入れました（${countedWords(usual, placeOf)}）。${more}合わないところは直すか、行を消してください`,
  )
}
