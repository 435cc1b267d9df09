import { expect } from 'chai'
import type { Item } from '../../../src/overview/case-format/bundle.ts'
import { bundleOfRegion } from '../../../src/overview/case-records/store.ts'
import type { Db } from '../../../src/platform/db/db.ts'
import { freshDb } from '../../support/db.ts'
import { dice } from '../../support/dice.ts'
import { bring, copyOf, type SampleName } from './samples.ts'

const SAMPLES: SampleName[] = ['r7-ginan', 'r5-mito']

async function returned(db: Db, bundle: unknown): Promise<Item> {
  const { regionId } = await bring(db, bundle)
  return JSON.parse(JSON.stringify(await bundleOfRegion(db, regionId)))
}

const ODD: unknown[] = [
  null,
  '',
  'ことば',
  '𠮷野家😀',
  '<script>alert(1)</script>',
  '=1+1',
  0,
  -1.5,
  false,
  [],
  {},
  ['a', null],
  { x: { y: [1] } },
]
const ODD_KEYS = [
  'メモ',
  'note2',
  'toString',
  'hasOwnProperty',
  '@keys',
  '@was',
  '@at',
  '@@x',
  'x-ours',
  'lines',
  'mode',
  'minutes',
  'about',
]
/** Absent or null, where the format lets a key be so. */
const BARE = [
  'inf',
  'src',
  'tags',
  'mapping',
  'due',
  'dueText',
  'heldOn',
  'note',
  'owner',
  'between',
  'keywords',
  'situation',
  'advice',
  'recorded',
]
const BARE_AT_TOP = [
  'profile',
  'theme',
  'scenes',
  'participants',
  'actions',
  'policy',
  'gaps',
  'closing',
  'logicModel',
  'eraLabel',
  'sourceDoc',
]

/** Every object of the bundle that is an item or holds items; the head of the region stays as it is. */
function objectsIn(value: unknown, found: Item[] = []): Item[] {
  if (Array.isArray(value)) for (const one of value) objectsIn(one, found)
  else if (typeof value === 'object' && value !== null) {
    found.push(value as Item)
    for (const inner of Object.values(value)) objectsIn(inner, found)
  }
  return found
}

function disturbed(name: SampleName, seed: number): Item {
  const roll = dice(seed)
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T
  const bundle = copyOf(name)
  const objects = objectsIn(bundle)
  for (let n = 0; n < 12; n++) pick(objects)[pick(ODD_KEYS)] ??= structuredClone(pick(ODD))
  for (let n = 0; n < 12; n++) {
    const at = pick(objects)
    const key = pick(BARE)
    if (at === bundle || !(key in at)) continue
    if (roll(2)) delete at[key]
    else at[key] = null
  }
  for (let n = 0; n < 2; n++) {
    const key = pick(BARE_AT_TOP)
    if (roll(2)) delete bundle[key]
    else bundle[key] = null
  }
  return { ...bundle, id: `${name}-${seed}` }
}

describe('a bundle comes out as it went in', () => {
  for (const name of SAMPLES)
    it(`${name}, to the last null`, async () => {
      expect(await returned(await freshDb(), copyOf(name))).to.deep.equal(copyOf(name))
    })

  for (const name of SAMPLES)
    it(`${name} with unknown keys, odd values, nulls and gaps (60 seeds)`, async () => {
      const db = await freshDb()
      for (let seed = 1; seed <= 60; seed++) {
        const bundle = disturbed(name, seed)
        expect(await returned(db, bundle), `seed ${seed}`).to.deep.equal(JSON.parse(JSON.stringify(bundle)))
      }
    })

  it('a record led by a prefecture, with cooperating towns known by five digits only', async () => {
    const bundle = copyOf('r7-ginan')
    Object.assign(bundle, { id: 'r7-lead', caseType: 'prefecture-led' })
    bundle.region = {
      displayName: '秋田県',
      prefecture: { code: '05', name: '秋田県' },
      bureau: null,
      members: [
        { code: '05', lgcode: '050008', name: '秋田県', role: 'applicant' },
        { code: '05206', name: '男鹿市', role: 'cooperating' },
        { code: '05207', lgcode: null, name: '湯沢市', role: 'cooperating', 人口: '約4万' },
      ],
    }
    const db = await freshDb()
    expect(await returned(db, bundle)).to.deep.equal(bundle)
    const rows = await db.selectFrom('regionMembers').select(['organisationId', 'role']).orderBy('position').execute()
    expect(rows.map((row) => row.organisationId)).to.deep.equal(['org-050008', 'org-052060', 'org-052078'])
  })

  it('a joint record of towns nobody knows here, steps out of order and without keys', async () => {
    const bundle = copyOf('r5-mito')
    bundle.id = 'joint'
    bundle.region = {
      displayName: 'やまかげ町・かわの村',
      prefecture: { code: '93', name: '白嶺県' },
      members: [
        { code: '93401', lgcode: '934011', name: 'やまかげ町', role: 'applicant' },
        { code: '93402', lgcode: '934020', name: 'かわの村', role: 'joint' },
      ],
      countsAs: 1,
    }
    const steps = (bundle.steps as Item[]).reverse()
    delete steps[0]?.key
    if (steps[1]) steps[1].seq = 40
    expect(await returned(await freshDb(), bundle)).to.deep.equal(bundle)
  })

  it('texts of fifty thousand characters', async () => {
    const bundle = copyOf('r7-ginan')
    const step = (bundle.steps as { situation: Item[] }[])[1]
    if (step?.situation[0]) step.situation[0].text = '長い話。'.repeat(12_500)
    expect(await returned(await freshDb(), bundle)).to.deep.equal(bundle)
  })
})
