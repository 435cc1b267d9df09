import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { Problem } from '../../platform/web/problem.ts'
import { STARTING_CRITERIA } from '../scoring/scoring.ts'
import { criteriaOf, replaceCriteria } from '../scoring/store.ts'
import { setProgramme } from '../settings/store.ts'
import { isTemplateKey, type StepTemplate, stepTemplateOf } from '../step-templates/step-templates.ts'
import { addSteps } from '../steps/store.ts'
import type { Programme } from './programmes.ts'
import { addProgramme, programmeSeen, stepsOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    programme_created: { name: string; from: string }
  }
}

export const programmeHappenings = {
  programme_created: (h) => `${h.actorName}さんが「${h.details.name}」をつくりました（${h.details.from}から）`,
} satisfies Sentences<'programme_created'>

export interface NewYear {
  name: string
  fiscalYear: number
  /** 'R7' or 'R5', or the id of a programme to copy. */
  from: string
  /** Whose programme it is; the actor's own secretariat when not told. */
  ownerId?: string
}

/** A year from a template or from an earlier year: steps with their guides, and of a copy also rules, texts and contact. */
export const createProgramme = (ctx: Ctx, given: NewYear): Promise<string> =>
  change(ctx, async (db, log) => {
    const own = ctx.actor.memberships.find((m) => m.role === 'secretariat' && m.programmeId === null)
    const ownerId = given.ownerId ?? own?.organisationId
    if (!ownerId) throw new Problem('forbidden', '年度事業をつくれるのは事務局の人です', ['事務局'])
    const source = await sourceOf(db, ctx, given.from)
    const id = await addProgramme(
      db,
      {
        ...given,
        ownerId,
        templateKey: source.templateKey,
        copiedFromId: source.copiedFromId,
      },
      ctx.now,
    )
    await addSteps(db, id, source.steps)
    const criteria = source.earlier ? await criteriaOf(db, source.earlier.id) : []
    await replaceCriteria(db, id, criteria.length > 0 ? criteria : STARTING_CRITERIA)
    if (source.earlier) {
      const { rules, texts, contact, capacity, introduction } = source.earlier
      await setProgramme(db, id, {
        rules,
        texts,
        contact,
        capacity,
        introduction,
      })
    }
    await log({
      kind: 'programme_created',
      programmeId: id,
      details: { name: given.name, from: source.said },
    })
    return id
  })

interface Source {
  templateKey: Programme['templateKey']
  copiedFromId: string | null
  earlier: Programme | null
  steps: readonly StepTemplate[]
  said: string
}

async function sourceOf(db: Db, ctx: Ctx, from: string): Promise<Source> {
  if (isTemplateKey(from)) {
    return {
      templateKey: from,
      copiedFromId: null,
      earlier: null,
      steps: stepTemplateOf(from),
      said: `${from}の進め方`,
    }
  }
  const earlier = await programmeSeen(db, ctx.actor, from)
  if (!earlier) throw new Problem('invalid', 'もとにする年度事業が見つかりません')
  const steps = await stepsOf(db, [earlier.id])
  return {
    templateKey: earlier.templateKey,
    copiedFromId: earlier.id,
    earlier,
    steps,
    said: `「${earlier.name}」`,
  }
}
