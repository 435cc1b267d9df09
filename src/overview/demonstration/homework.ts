import type { Upload } from '../../platform/web/call.ts'
import { askHomework } from '../../support/assignments/actions.ts'
import { answerHandIn, handIn } from '../../support/homework/actions.ts'
import { handInsOf } from '../../support/homework/store.ts'
import { recordPractice } from '../../support/practices/actions.ts'
import { promisesOfRegion } from '../../support/promises/store.ts'
import { newTool } from '../../support/tool-files/actions.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'

/** みどり町's homework between 支援2 and 事前MTG③, and one thing done that nobody had agreed on. */
const upload = (name: string, lines: readonly string[]): Upload => ({
  ...{ field: 'file', name, type: 'text/plain' },
  bytes: Buffer.from(`${lines.join('\n')}\n`),
})

const sheet = upload('経過図の書き方.txt', [
  '時期 / 出来事 / 要介護度 / 関わった職種 / 気づき',
  '',
  '名前や生年月日は書きません。',
])
const written = upload('経過図_うまくいった1件.txt', [
  '11月4日 入院 / 病棟から町へ電話',
  '11月20日 退院前の話し合い / 町も同席',
])
export const homeworkBytes = [sheet.bytes, written.bytes]

const TEXT = 'うまくいった11件のうち1件を、経過図にする'

interface Where {
  programmeId: string
  regionId: string
}

async function ask(cast: Cast, at: At, { programmeId, regionId }: Where): Promise<void> {
  const mika = await cast.as('mika', '2025-11-27 09:10')
  const { programme } = await seen(mika, programmeId, regionId)
  const about = 'うまくいった例を、時期ごとに1枚に並べます'
  const toolId = await newTool(mika, programme, { name: '経過図', about, file: sheet })
  const ken = await cast.as('ken', at)
  const { region } = await seen(ken, programmeId, regionId)
  const owner = { ownerRole: 'municipality' as const, owner: '青木', side: 'town' as const }
  const asked = { text: TEXT, ...owner, dueOn: '2025-12-19', dueText: null, circle: 'region' as const, meetingId: null }
  const why = '事前MTG③で、ほかの病院へ話すときの材料を選ぶため'
  await askHomework(ken, region, { promise: null, asked, why, toolIds: [toolId], files: [] })
}

const find = async (cast: Cast, regionId: string) => {
  const promise = (await promisesOfRegion(cast.db, regionId, ['region'])).find((p) => p.text === TEXT)
  if (!promise) throw new Error('no homework')
  return promise
}

async function send(cast: Cast, at: At, { programmeId, regionId }: Where): Promise<void> {
  const aoi = await cast.as('aoi', at)
  const { region } = await seen(aoi, programmeId, regionId)
  const text = '入院から退院までを書きました。退院のあとは、まだ聞けていません。'
  await handIn(aoi, region, await find(cast, regionId), { text, files: [written], arrivedOn: null })
}

async function giveBack(cast: Cast, at: At, { programmeId, regionId }: Where): Promise<void> {
  const ken = await cast.as('ken', at)
  const { region } = await seen(ken, programmeId, regionId)
  const promise = await find(cast, regionId)
  const [last] = (await handInsOf(cast.db, promise.id, null)).sent
  const text = '退院して1か月の様子を1行だけ足してください。ケアマネジャーに電話で聞ける範囲で十分です。'
  if (last) await answerHandIn(ken, region, { promise, handIn: last }, { answer: 'returned', text, files: [] })
}

async function practise(cast: Cast, at: At, { programmeId, regionId }: Where): Promise<void> {
  const aoi = await cast.as('aoi', at)
  const { region } = await seen(aoi, programmeId, regionId)
  const free = {
    text: '窓口の電話の記録を1か月ぶん読み返す',
    ownerRole: 'municipality' as const,
    circle: 'region' as const,
  }
  const learned = '入院の話は、家族からの電話が先に来ていた。病院からの知らせより平均で2日早い。'
  const touches = [{ label: '入院の知らせを受けとる道がない', ref: null }]
  const practice = { type: 'research' as const, heldOn: '2025-12-01', withWhom: '総合相談の担当2人', learned, touches }
  await recordPractice(aoi, region, { free }, { practice: { ...practice, isEvidence: true }, files: [] })
}

const DEEDS: readonly [At, typeof ask][] = [
  ['2025-11-27 09:30', ask],
  ['2025-12-02 16:10', practise],
  ['2025-12-05 11:40', send],
  ['2025-12-08 17:05', giveBack],
]

export const homeworkDeeds = (cast: Cast, where: Where) =>
  DEEDS.map(([at, tell]) => ({ at, run: () => tell(cast, at, where) }))
