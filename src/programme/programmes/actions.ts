import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { Problem } from '../../platform/web/problem.ts'
import { isTemplateKey, type StepTemplate, stepTemplateOf } from '../step-templates/step-templates.ts'
import { addSteps } from '../steps/store.ts'
import type { Settings } from './forms.ts'
import type { Programme } from './programmes.ts'
import { addProgramme, programmeSeen, setProgramme, stepsOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    programme_created: { name: string; from: string }
    programme_changed: { what: string[] }
    programme_published: Record<string, never>
    programme_unpublished: Record<string, never>
    guideline_kept: { file: string }
  }
}

export const programmeHappenings = {
  programme_created: (h) => `${h.actorName}さんが「${h.details.name}」をつくりました（${h.details.from}から）`,
  programme_changed: (h) => `${h.actorName}さんが年度事業の設定を変えました（${h.details.what.join('、')}）`,
  programme_published: (h) => `${h.actorName}さんが募集ページを公開しました`,
  programme_unpublished: (h) => `${h.actorName}さんが募集ページの公開をやめました`,
  guideline_kept: (h) => `${h.actorName}さんが募集要項「${h.details.file}」を置きました`,
} satisfies Sentences<
  'programme_created' | 'programme_changed' | 'programme_published' | 'programme_unpublished' | 'guideline_kept'
>

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
    const id = await addProgramme(db, { ...given, ownerId, templateKey: source.templateKey, copiedFromId: source.copiedFromId }, ctx.now)
    await addSteps(db, id, source.steps)
    if (source.earlier) {
      const { rules, texts, contact, capacity, introduction } = source.earlier
      await setProgramme(db, id, { rules, texts, contact, capacity, introduction })
    }
    await log({ kind: 'programme_created', programmeId: id, details: { name: given.name, from: source.said } })
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
    return { templateKey: from, copiedFromId: null, earlier: null, steps: stepTemplateOf(from), said: `${from}の進め方` }
  }
  const earlier = await programmeSeen(db, ctx.actor, from)
  if (!earlier) throw new Problem('invalid', 'もとにする年度事業が見つかりません')
  const steps = await stepsOf(db, [earlier.id])
  return { templateKey: earlier.templateKey, copiedFromId: earlier.id, earlier, steps, said: `「${earlier.name}」` }
}

const LABELS: Partial<Record<keyof Programme, string>> = {
  name: '名前',
  entryOpensOn: '募集開始',
  entryClosesOn: '締切',
  consentDueOn: '承諾期限',
  supportFromOn: '支援の始まり',
  supportToOn: '支援の終わり',
  capacity: '募集数',
  rules: '決まり',
  introduction: '紹介',
  contact: '問い合わせ先',
}

export const saveSettings = (ctx: Ctx, programme: Programme, given: Settings): Promise<void> =>
  change(ctx, async (db, log) => {
    const { needsConsent, quietDays, section, mailbox, telephone, ...plain } = given
    const patch = { ...plain, rules: { needsConsent, quietDays }, contact: { section, mailbox, telephone } }
    const what = (Object.keys(patch) as (keyof typeof patch)[]).flatMap((key) =>
      JSON.stringify(patch[key]) === JSON.stringify(programme[key]) ? [] : [LABELS[key] ?? key],
    )
    if (what.length === 0) return
    await setProgramme(db, programme.id, { ...patch, rules: { ...programme.rules, ...patch.rules } })
    await log({ kind: 'programme_changed', programmeId: programme.id, details: { what } })
  })

export const publish = (ctx: Ctx, programme: Programme): Promise<void> =>
  change(ctx, async (db, log) => {
    if (programme.publishedAt) return
    if (!programme.entryClosesOn) throw new Problem('invalid', '締切の日を入れてから公開してください')
    await setProgramme(db, programme.id, { publishedAt: ctx.now.toISOString() })
    await log({ kind: 'programme_published', programmeId: programme.id, details: {} })
  })

export const unpublish = (ctx: Ctx, programme: Programme): Promise<void> =>
  change(ctx, async (db, log) => {
    if (!programme.publishedAt) return
    await setProgramme(db, programme.id, { publishedAt: null })
    await log({ kind: 'programme_unpublished', programmeId: programme.id, details: {} })
  })

/** The file itself was kept before; here it becomes the programme's. */
export const setGuideline = (ctx: Ctx, programme: Programme, file: { id: string; name: string }): Promise<void> =>
  change(ctx, async (db, log) => {
    await setProgramme(db, programme.id, { guidelineFileId: file.id })
    await log({ kind: 'guideline_kept', programmeId: programme.id, details: { file: file.name } })
  })
