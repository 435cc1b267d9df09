import type { Upload } from '../../platform/web/call.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import { endComment, sayOnFile } from '../../support/file-reviews/actions.ts'
import { commentsOf } from '../../support/file-reviews/store.ts'
import { newTool, newVersion } from '../../support/tool-files/actions.ts'
import { toolsOf } from '../../support/tool-files/store.ts'
import type { Cast } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

/** A leaflet on its way: two versions, and what those who advise the year said of them. */
const draft = (name: string, lines: readonly string[]): Upload => ({
  ...{ field: 'file', name, type: 'text/plain' },
  bytes: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
})

const first = draft('リーフレット案_退院の知らせ.txt', [
  '病院のみなさまへ',
  '入院したら、町の相談窓口にお知らせください。',
  '町ができること：退院前の話し合いに出向きます。家のようすをお伝えします。',
])
const second = draft('リーフレット案_退院の知らせ_2.txt', [
  '病院のみなさまへ　電話一本で、町がうかがいます',
  '入院から3日のうちに、町の相談窓口へお知らせください。',
  'お知らせいただくこと：お名前の頭文字、お住まいの地区、病棟の電話番号。',
  '町ができること：退院前の話し合いに出向きます。家のようすをお伝えします。',
])
export const leafletBytes = [first.bytes, second.bytes]

const NAME = '退院の知らせを受けとるリーフレット（病院向け）'
const FIRST_WORDS =
  '「お知らせください」だけでは、いつ、何を伝えるのかが分かりません。日にちと項目を書くとよいと思います。'

async function stage(cast: Cast, who: PersonKey, given: { at: At; programmeId: string }) {
  const ctx = await cast.as(who, given.at)
  const programme = await programmeSeen(ctx.db, ctx.actor, given.programmeId)
  if (!programme) throw new Error('no programme')
  const tool = (await toolsOf(ctx.db, programme.id, 'leaflet')).find(({ name }) => name === NAME)
  return { ctx, programme, tool }
}
type Stage = Awaited<ReturnType<typeof stage>>

async function say({ ctx, programme, tool }: Stage, text: string): Promise<void> {
  const version = tool?.versions[0]
  if (tool && version) await sayOnFile(ctx, { programme, tool }, { version, text })
}

async function renew({ ctx, programme, tool }: Stage): Promise<void> {
  if (!tool) return
  const note = 'いつまでに、何を知らせるかを書いた'
  await newVersion(ctx, programme, tool, { file: second, note })
  const all = await commentsOf(
    ctx.db,
    tool.versions.map(({ id }) => id),
  )
  const comment = all.find(({ text }) => text === FIRST_WORDS)
  const answer = '第2版で、日にちとお知らせいただく項目を足しました。'
  if (comment) await endComment(ctx, { programme, tool }, { comment, how: 'closed', answer })
}

export function leafletDeeds(cast: Cast, programmeId: string): { at: At; run(): Promise<unknown> }[] {
  const on = (who: PersonKey, at: At) => stage(cast, who, { at, programmeId })
  const about = '入院の知らせが町に届く道をつくるための1枚。みどり町の取組から'
  const times = ['2025-12-03 10:00', '2025-12-05 15:20', '2025-12-10 09:40', '2025-12-12 18:05'] as const
  return [
    {
      at: times[0],
      run: async () => {
        const { ctx, programme } = await on('mika', times[0])
        await newTool(ctx, programme, { kind: 'leaflet', name: NAME, about, file: first })
      },
    },
    { at: times[1], run: async () => say(await on('haru', times[1]), FIRST_WORDS) },
    { at: times[2], run: async () => renew(await on('mika', times[2])) },
    {
      at: times[3],
      run: async () => say(await on('ken', times[3]), '病棟の人は夜に読みます。電話番号をいちばん大きくしてください。'),
    },
  ]
}
