import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keepFile } from '../../platform/files/store.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Settings } from './forms.ts'
import { setProgramme } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    programme_changed: { what: string[] }
    programme_published: Record<string, never>
    programme_unpublished: Record<string, never>
    guideline_kept: { file: string }
  }
}

export const settingsHappenings = {
  programme_changed: (h) => `${h.actorName}さんが年度事業の設定を変えました（${h.details.what.join('、')}）`,
  programme_published: (h) => `${h.actorName}さんが募集ページを公開しました`,
  programme_unpublished: (h) => `${h.actorName}さんが募集ページの公開をやめました`,
  guideline_kept: (h) => `${h.actorName}さんが募集要項「${h.details.file}」を置きました`,
} satisfies Sentences<'programme_changed' | 'programme_published' | 'programme_unpublished' | 'guideline_kept'>

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
    const { needsConsent, quietDays, remindDays, section, mailbox, telephone, ...plain } = given
    const patch = {
      ...plain,
      rules: { needsConsent, quietDays, remindDays },
      contact: { section, mailbox, telephone },
    }
    const what = (Object.keys(patch) as (keyof typeof patch)[]).flatMap((key) =>
      JSON.stringify(patch[key]) === JSON.stringify(programme[key]) ? [] : [LABELS[key] ?? key],
    )
    if (what.length === 0) return
    await setProgramme(db, programme.id, {
      ...patch,
      rules: { ...programme.rules, ...patch.rules },
    })
    await log({
      kind: 'programme_changed',
      programmeId: programme.id,
      details: { what },
    })
  })

export const publish = (ctx: Ctx, programme: Programme): Promise<void> =>
  change(ctx, async (db, log) => {
    if (programme.publishedAt) return
    if (!programme.entryClosesOn) throw new Problem('invalid', '締切の日を入れてから公開してください')
    await setProgramme(db, programme.id, {
      publishedAt: ctx.now.toISOString(),
    })
    await log({
      kind: 'programme_published',
      programmeId: programme.id,
      details: {},
    })
  })

export const unpublish = (ctx: Ctx, programme: Programme): Promise<void> =>
  change(ctx, async (db, log) => {
    if (!programme.publishedAt) return
    await setProgramme(db, programme.id, { publishedAt: null })
    await log({
      kind: 'programme_unpublished',
      programmeId: programme.id,
      details: {},
    })
  })

/** Bytes are stored before (`storeBytes`); here the file gets its row and becomes the programme's. */
export const keepGuideline = (ctx: Ctx, programme: Programme, given: { name: string; type: string; bytes: Buffer }) =>
  change(ctx, async (db, log) => {
    const { name, type: mime, bytes } = given
    const about = '募集要項'
    const id = await keepFile(
      db,
      {
        name,
        mime,
        bytes,
        programmeId: programme.id,
        about,
        personId: ctx.actor.personId,
      },
      ctx.now,
    )
    await setProgramme(db, programme.id, { guidelineFileId: id })
    await log({
      kind: 'guideline_kept',
      programmeId: programme.id,
      details: { file: name },
    })
  })
