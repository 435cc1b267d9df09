import { expect } from 'chai'
import type { Item } from '../../../src/overview/case-format/bundle.ts'
import { judge, readBundle } from '../../../src/overview/case-format/checks.ts'
import { copyOf, faultsIn, faultsInText, sampleBytes } from '../bundle/samples.ts'

type Step = Item & { situation: Item[]; advice: Item[] }
const stepsOf = (bundle: Item) => bundle.steps as Step[]

/** The sample with one thing changed. */
function spoilt(change: (bundle: Item, steps: Step[]) => void): Item {
  const bundle = copyOf('r7-ginan')
  change(bundle, stepsOf(bundle))
  return bundle
}

describe('a bundle is read', () => {
  it('both samples without fault or remark', () => {
    for (const name of ['r7-ginan', 'r5-mito'] as const) {
      const { bundle, faults, notes } = readBundle(sampleBytes(name))
      expect(bundle?.id).to.equal(name)
      expect([faults, notes]).to.deep.equal([[], []])
    }
  })

  it('names every fault by its path', () => {
    const bundle = spoilt((all, steps) => {
      Object.assign(steps[2]?.advice[0] ?? {}, { text: ' ' })
      Object.assign(steps[3] ?? {}, { heldOn: '2025-02-30', kind: 'party' })
      delete steps[4]?.situation[1]?.text
      Object.assign((all.actions as Item[])[0] ?? {}, { due: '12月', status: 'unknown' })
      Object.assign((all.scenes as Item[])[0] ?? {}, { code: 'moon' })
      Object.assign((all.participants as Item[])[1] ?? {}, { org: 5 })
      all.fiscalYear = '2025'
      all.gaps = 'なし'
    })
    const said = faultsIn(bundle)
    expect(said).to.include.members([
      'steps[2].advice[0].text：文がありません',
      'steps[4].situation[1].text：文がありません',
      'participants[1].org：文字で書いてください',
      'fiscalYear：年度（西暦）は整数で書いてください',
      'gaps：並び（[ ]）にしてください',
    ])
    expect(said.find((s) => s.startsWith('steps[3].heldOn'))).to.contain('実在する日付')
    expect(said.find((s) => s.startsWith('steps[3].kind'))).to.contain('回の種類「party」は使えません')
    expect(said.find((s) => s.startsWith('scenes[0].code'))).to.contain('場面「moon」は使えません')
    expect(said.find((s) => s.startsWith('actions[0].due'))).to.contain('dueText')
    expect(said.find((s) => s.startsWith('actions[0].status'))).to.contain('使えるもの：todo、doing、done')
    expect(said).to.have.length(10)
  })

  it('says the same thing twice is one too many', () => {
    const bundle = spoilt((all, steps) => {
      Object.assign(steps[5] ?? {}, { seq: 2, key: 's1' })
      Object.assign((all.actions as Item[])[3] ?? {}, { id: 'a1' })
      Object.assign((all.closing as { before: Item[] }).before[1] ?? {}, { id: 'c-b1' })
    })
    expect(faultsIn(bundle)).to.deep.equal([
      'steps[5].seq：「2」が steps[1].seq と重なっています',
      'steps[5].key：「s1」が steps[2].key と重なっています',
      'actions[3].id：「a1」が actions[0].id と重なっています',
      'closing.before[1].id：「c-b1」が closing.before[0].id と重なっています',
    ])
  })

  it('knows a wrong check digit, a code of another prefecture, a bureau that does not exist', () => {
    const region = (members: Item[]) => ({
      displayName: '岐阜県岐南町',
      prefecture: { code: '21', name: '岐阜県' },
      bureau: { code: 'nagoya', name: '名古屋厚生局' },
      members: members.map((member) => ({ name: '岐南町', role: 'applicant', ...member })),
    })
    const wrong = [{ lgcode: '213022' }, { code: '082015' }, { code: '08201' }, { code: '21302', lgcode: '213039' }]
    const said = faultsIn({ ...copyOf('r7-ginan'), region: region(wrong) })
    expect(said.map((s) => s.split('：')[0])).to.deep.equal([
      'region.bureau.code',
      'region.members[0].lgcode',
      'region.members[1].code',
      'region.members[2].code',
      'region.members[3].lgcode',
    ])
    expect(said[1]).to.contain('検査数字')
    expect(said[3]).to.contain('同じ都道府県')
  })

  it('keeps and reports what it does not know', () => {
    const bundle = spoilt((all, steps) => {
      all.weather = { sky: '晴れ' }
      all.gaps = ['資料にない', { text: '図がない', page: 3 }]
      Object.assign(steps[0]?.situation[0] ?? {}, { mood: 'よい' })
      Object.assign((all.actions as Item[])[0] ?? {}, { between: ['orientation', 's9'] })
    })
    const { bundle: read, notes } = judge(bundle)
    expect(read).to.equal(bundle)
    expect(notes.map((n) => n.path)).to.deep.equal([
      'steps[0].situation[0].mood',
      'gaps[1].page',
      'weather',
      'actions[0].between[1]',
    ])
    expect(notes[2]?.message).to.equal('知らないキーです。そのまま保管します')
  })
})

describe('a file that is no bundle', () => {
  it('is told where its JSON breaks, in Japanese', () => {
    expect(faultsInText('{"a": 1,\n  "b": [1, 2,],\n}')).to.deep.equal([
      'JSONとして読めません。2行目の14文字目のあたりを確かめてください',
    ])
    expect(faultsInText('{"a": "とじていない')).to.deep.equal([
      'JSONとして読めません。1行目の7文字目のあたりを確かめてください',
    ])
    expect(faultsInText('{"a": 1} {')).to.deep.equal([
      'JSONとして読めません。1行目の10文字目のあたりを確かめてください',
    ])
    expect(faultsInText("{'a': 1}")[0]).to.contain('1行目の2文字目')
    expect(faultsInText('[1 2]')[0]).to.contain('1行目の4文字目')
    expect(faultsInText('{"a": 01}')[0]).to.contain('1行目の7文字目')
    expect(faultsInText('Zip')[0]).to.contain('1行目の1文字目')
    expect(faultsInText('[[[[[[['.repeat(50_000))[0]).to.contain('JSONとして読めません')
  })

  it('is refused without being taken in: empty, wrong encoding, too large, something else', () => {
    expect(faultsInText('')).to.deep.equal(['ファイルの中身が空です'])
    expect(faultsInText(' '.repeat(5 * 1024 * 1024 + 1))).to.deep.equal(['ファイルは5MBまでです'])
    const shiftJis = readBundle(Buffer.from([0x7b, 0x22, 0x93, 0xfa, 0x22, 0x3a, 0x31, 0x7d]))
    expect(shiftJis.faults[0]?.message).to.contain('UTF-8')
    for (const text of ['null', '3', '"x"', '[]']) expect(faultsInText(text)[0], text).to.match(/^中身/)
    expect(faultsInText('{"format":"banso-case/2"}')[0]).to.equal(
      'format：この形式は読めません（banso-case/1 だけ読めます）',
    )
  })

  it('reaches for nothing but its own: no names of the program, no control characters, no bottomless nesting', () => {
    const text = sampleBytes('r5-mito').toString('utf8')
    expect(faultsInText(text.replace('"gaps"', '"__proto__": {"isSample": false}, "gaps"'))).to.deep.equal([
      '__proto__：この名前のキーは使えません',
    ])
    expect(faultsInText(text.replace('"basis"', '"constructor"'))[0]).to.equal(
      'scenes[0].constructor：この名前のキーは使えません',
    )
    expect(faultsInText(text.replace('協議体の形を', '協議体の\\u0000形を'))).to.deep.equal([
      'steps[4].situation[0].text：使えない文字（制御文字）が入っています',
    ])
    expect(faultsInText(text.replace('協議体の形を', '\\ud842形を'))[0]).to.contain('壊れた文字')
    expect(faultsInText(`${'['.repeat(90_000)}${']'.repeat(90_000)}`)[0]).to.contain('入れ子が深すぎます')
    expect(({} as { isSample?: boolean }).isSample).to.equal(undefined)
  })

  it('never answers in Latin sentences', () => {
    const rubbish: unknown[] = [
      1,
      {},
      [],
      { format: 'banso-case/1', steps: [null, 5, { seq: 1.5, advice: {} }], region: { members: [1] } },
    ]
    for (const value of rubbish)
      for (const said of faultsIn(value)) expect(said.split('：').slice(1).join(''), said).to.match(/[ぁ-ん]/)
    expect(faultsIn(copyOf('r7-ginan'))).to.deep.equal([])
  })
})
