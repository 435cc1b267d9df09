import { may } from '../../access/may.ts'
import type { MadeFile, TaskRunner, TaskTools } from '../../people/tasks/tasks.ts'
import { PDF, writePdf } from '../../platform/pdf/pdf.ts'
import { PPTX, writeDeck } from '../../platform/pptx/pptx.ts'
import { Problem } from '../../platform/web/problem.ts'
import { safeName } from '../../platform/zips/zips.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { slotsOfYear } from '../../support/meetings/store.ts'
import { coverPaper, numberedParts, numberedSlides, revisionsPaper } from '../pack-frames/paper.ts'
import { isPerRegion, type Material, type Pages, stepsOf, usedIn } from '../pack-materials/pack-materials.ts'
import { filesOf, paperPages, partPages, regionPages } from '../pack-materials/store.ts'
import type { PackSnapshot } from '../pack-snapshots/pack-snapshots.ts'
import { snapshotOf } from '../pack-snapshots/store.ts'
import { isPart, materialNo, PARTS, type PartKey, packTitle } from '../packs/packs.ts'

export const PACK_TASK = 'pack'
/** What the task remembers. */
export interface PackOrder {
  number: number
  parts: PartKey[]
}

interface Asked {
  programme: Programme
  slot: Slot
  parts: readonly PartKey[]
}

type Tell = (doing: string) => Promise<void>

/** Reads everything once, draws part after part, writes the whole and each part: also for measuring, without a task. */
export async function makePack(tools: TaskTools, { programme, slot, parts }: Asked): Promise<MadeFile[]> {
  if (parts.length === 0)
    throw new Problem('invalid', '資料に入れるものが選ばれていません。入れるものを加えてから、作ってください')
  await tools.progress(0, 1, 'いまの記録をひとまとめに読んでいます')
  const snapshot = await snapshotOf(tools, { programme, slot, parts })
  const all = stepsOf(parts, snapshot.regions.length) + 2 + 2 * parts.length
  let done = 0
  const tell: Tell = (doing) => tools.progress(done++, all, doing)
  const materials: Material[] = []
  for (const [at, key] of parts.entries())
    materials.push(await materialOf(tools, { snapshot, key, no: materialNo(at), tell }))
  return [...(await wholeFiles(snapshot, materials, tell)), ...(await singleFiles(materials, tell))]
}

interface MaterialOrder {
  snapshot: PackSnapshot
  key: PartKey
  no: string
  tell: Tell
}

async function materialOf(tools: TaskTools, { snapshot, key, no, tell }: MaterialOrder): Promise<Material> {
  const title = PARTS[key].label
  if (!isPerRegion(key) || snapshot.regions.length === 0) {
    await tell(`${no} ${title}`)
    const pages = isPerRegion(key)
      ? await paperPages({
          title,
          subtitle: '',
          foot: '',
          blocks: [{ kind: 'text', text: '支援する地域は、まだ決まっていません。' }],
        })
      : await partPages(snapshot, key)
    const files = key === 'tools' || key === 'leaflets' ? await filesOf(tools.db, snapshot[key]) : []
    return { key, no, title, ...numbered(no, pages), used: usedIn(snapshot, key), files }
  }
  const material: Material = { key, no, title, parts: [], slides: [], used: [], files: [] }
  for (const [at, one] of snapshot.regions.entries()) {
    await tell(`${no} ${title}：${one.region.name}`)
    const { used, ...pages } = await regionPages(tools.db, snapshot, { key, one })
    const { parts, slides } = numbered(`${no}-${at + 1}`, pages)
    material.parts.push(...parts)
    material.slides.push(...slides)
    material.used.push(...used)
  }
  return material
}

const numbered = (no: string, { parts, slides }: Pages): Pages => ({
  parts: numberedParts(no, parts),
  slides: numberedSlides(no, slides),
})

async function wholeFiles(snapshot: PackSnapshot, materials: readonly Material[], tell: Tell): Promise<MadeFile[]> {
  const cover = await paperPages(coverPaper(snapshot, materials))
  const last = await paperPages(revisionsPaper(snapshot, distinct(materials)))
  const title = packTitle(snapshot.slot.label)
  await tell('全部を1つのPDFにしています')
  const parts = [...cover.parts, ...materials.flatMap((one) => one.parts), ...last.parts]
  const pdf = { name: safeName(`${title}.pdf`), mime: PDF, bytes: await writePdf({ title, parts }) }
  await tell('全部を1つのPowerPointにしています')
  const slides = [...cover.slides, ...materials.flatMap((one) => one.slides), ...last.slides]
  return [pdf, { name: safeName(`${title}.pptx`), mime: PPTX, bytes: await writeDeck({ title, slides }) }]
}

/** What two parts were made from is listed once. */
const distinct = (materials: readonly Material[]) => [
  ...new Map(materials.flatMap(({ used }) => used).map((one) => [`${one.paper} ${one.version}`, one])).values(),
]

async function singleFiles(materials: readonly Material[], tell: Tell): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const { no, title, parts, slides, files: own } of materials) {
    const name = `${no}_${title}`
    await tell(`${no} だけのPDFにしています`)
    files.push({ name: safeName(`${name}.pdf`), mime: PDF, bytes: await writePdf({ title: name, parts }) })
    await tell(`${no} だけのPowerPointにしています`)
    files.push({ name: safeName(`${name}.pptx`), mime: PPTX, bytes: await writeDeck({ title: name, slides }) })
    files.push(...own.map((file) => ({ ...file, name: safeName(`${no}_添付_${file.name}`) })))
  }
  return files
}

/** The task of main.ts: the order is checked against what stands today, and whose hands it is in: who sees less would make less. */
export const packRunner: TaskRunner = {
  kind: PACK_TASK,
  async run(task, tools) {
    const order = task.data as PackOrder
    const programme = await programmeSeen(tools.db, tools.actor, task.programmeId ?? '')
    const slots = programme ? await slotsOfYear(tools.db, programme.id, tools.now) : []
    const slot = slots.find(({ number }) => number === order.number)
    if (!programme || !slot) throw new Problem('gone', 'この会は、もうありません。年度の会の一覧をご確認ください')
    if (!may(tools.actor, 'pack.make', programme))
      throw new Problem(
        'forbidden',
        `${task.personName}さんは、いまは事務局ではありません。事務局の人が、あらためて作ってください`,
      )
    return makePack(tools, { programme, slot, parts: order.parts.filter(isPart) })
  },
}
