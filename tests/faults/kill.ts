import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { LETTER_STATES } from '../../src/people/letters/letters.ts'
import { type Chance, chanceOf } from './chance.ts'
import { faultsIn, letTimePass, outboxOf } from './findings.ts'
import { build, type House } from './house.ts'
import { begin, read, send, type Write } from './load.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } })
const kills = Math.min(Math.max(Number(values.kills ?? 20) || 20, 1), 200)
const seed = Number(values.seed ?? 1) || 1

const rest = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Every other time the house dies while the mail server has taken a letter and not yet said so. */
const deathly = (office: PostOffice, chance: Chance, round: number): Promise<unknown> =>
  round % 2 === 0 ? Promise.race([office.hesitation(), rest(7000)]) : rest(100 + chance.below(700))

async function round(house: House, office: PostOffice, { chance, at }: { chance: Chance; at: number }) {
  await house.start()
  const load = begin(house, chance, `s${seed}k${at}`)
  await Promise.race([load.acknowledged(5 + chance.below(10)), load.ended, rest(7000)])
  await deathly(office, chance, at)
  await house.kill()
  await load.ended
  return load.writes
}

/** People whose answer never came press once more: never may a thing then stand there twice. */
async function repeat(house: House, writes: readonly Write[]): Promise<void> {
  for (const write of writes.filter((w) => !w.isAcknowledged && w.deed !== 'autosave')) await send(house, { ...write })
}

async function lastLook(house: House, office: PostOffice, writes: readonly Write[]): Promise<string[]> {
  letTimePass(house.file)
  const before = outboxOf(house.file)
  await house.start()
  await repeat(house, writes)
  const faults: string[] = []
  const page = await read(house, 'mika', '/letters?state=uncertain')
  const missing = before.uncertain.filter((letter) => !page.includes(`/letters/${letter.id}/again`))
  for (const letter of missing) faults.push(`not listed as uncertain: ${letter.subject}`)
  // Once it is the name of the tab; every row says it again.
  if (page.split(LETTER_STATES.uncertain).length - 2 < before.uncertain.length)
    faults.push(`「${LETTER_STATES.uncertain}」 is not said`)
  for (const [who, path, deed] of [
    ['ken', '/regions/region-midori/advice', 'advice'],
    ['aoi', '/regions/region-midori/promises', 'promise'],
    ['aoi', '/regions/region-midori/consultations', 'question'],
    ['mika', '/regions/region-midori/meetings/3/live', 'line'],
  ] as const) {
    const shown = await read(house, who, path)
    const lost = writes.filter((w) => w.deed === deed && w.isAcknowledged && !shown.includes(w.mark))
    for (const write of lost) faults.push(`not shown on ${path}: ${write.mark}`)
  }
  await drained(house)
  await house.kill()
  const twice = office.taken.filter((id, i) => office.taken.indexOf(id) !== i)
  for (const id of twice) faults.push(`sent twice: ${id}`)
  const after = outboxOf(house.file)
  for (const id of after.sent.filter((one) => !office.taken.includes(one))) faults.push(`marked, never sent: ${id}`)
  const stirred = before.uncertain.filter(({ id }) => !after.uncertain.some((letter) => letter.id === id))
  for (const letter of stirred) faults.push(`an uncertain letter went by itself: ${letter.subject}`)
  return [...faults, ...faultsIn(house.file, writes)]
}

/** Waits until what is due has gone, so that a letter sent again by itself would be seen. */
async function drained(house: House): Promise<void> {
  for (let i = 0; i < 12 && outboxOf(house.file).waiting > 0; i++) await rest(500)
}

const started = performance.now()
const chance = chanceOf(seed)
const office = await openPostOffice(chance)
const house = await build(office.url)
const writes: Write[] = []
const faults: string[] = []
for (let at = 0; at < kills; at++) {
  writes.push(...(await round(house, office, { chance, at })))
  faults.push(...faultsIn(house.file, writes).map((fault) => `after kill ${at + 1}: ${fault}`))
  if (faults.length > 0) break
}
const uncertain = outboxOf(house.file).uncertain.length
if (faults.length === 0) faults.push(...(await lastLook(house, office, writes)))
const kept = writes.filter((write) => write.isAcknowledged).length
if (kept === 0) faults.push('nothing was acknowledged: the load did not come through')
office.close()

const seconds = ((performance.now() - started) / 1000).toFixed(1)
const counts = `${kept} acknowledged changes, ${office.taken.length} letters, ${uncertain} uncertain`
console.log(`${faults.length === 0 ? '✔' : '✘'} ${kills} kills, seed ${seed}: ${counts} (${seconds} s)`)
for (const fault of faults) console.log(`  ${fault}`)
if (faults.length === 0) rmSync(house.dataDir, { recursive: true, force: true })
else console.log(`  its folder is kept: ${house.dataDir}`)
process.exit(faults.length === 0 ? 0 : 1)
