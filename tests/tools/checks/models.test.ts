import { expect } from 'chai'
import { asks, model } from './asking.ts'

const FINAL = { id: 'f', kind: 'final', text: '町民が家で過ごしている' }
const INITIAL = { id: 'i', kind: 'initial', text: '家族が相談先を知っている' }
const OUTPUT = { id: 'o', kind: 'output', text: '見学した人の数' }
const ACT = { id: 'a', kind: 'activity', text: '保健師が家族に見学先を案内する' }
const TIED = ['a→o', 'o→i', 'i→f']

const of = (id: string, ...given: Parameters<typeof model>) => asks(id, { logic_model: model(...given) })
const pathsOf = (id: string, ...given: Parameters<typeof model>) => of(id, ...given).map(({ place }) => place.path)

describe('L4: an indicator needs a goal in words', () => {
  const at = (box: string, text = '') =>
    pathsOf('L4', [{ ...INITIAL, text }], [], [{ id: 'x', box, text: '相談した人の割合' }])
  it('asks where the box says nothing, or is gone', () => {
    expect(at('i')).to.deep.equal(['indicators/x'])
    expect(at('gone', '家族が知っている')).to.deep.equal(['indicators/x'])
    expect(at('i', '　—　')).to.deep.equal(['indicators/x'])
  })
  it('stays silent beside words, and on an indicator not yet written', () => {
    expect(at('i', '家族が知っている')).to.deep.equal([])
    expect(pathsOf('L4', [{ ...INITIAL, text: '' }], [], [{ id: 'x', box: 'i', text: '' }])).to.deep.equal([])
  })
})

describe('L6: seen with own eyes', () => {
  const message = (indicator?: Record<string, string>) =>
    of('L6', [INITIAL], [], indicator ? [{ box: 'i', text: '知っている人', ...indicator }] : [])[0]?.message ?? null
  it('asks who looks at what and when', () => {
    expect(message()).to.include('誰が、何を見て、いつ')
    expect(message({ watch: '' })).to.include('誰が')
    expect(message({ watch: '相談票で数える' }))
      .to.include('「誰が」')
      .and.include('「いつ」')
    expect(message({ watch: '保健師が相談票を数える' }))
      .to.include('「いつ」')
      .and.not.include('「誰が」')
  })
  it('stays silent once it is settled, and for later outcomes', () => {
    expect(message({ watch: '窓口の担当者が、相談票の印を毎月末に数える' })).to.equal(null)
    expect(message({ watch: '保健師が相談票を数える', nextOn: '2026-03-31' })).to.equal(null)
    expect(of('L6', [FINAL])).to.deep.equal([])
  })
})

describe('L7: tied to what', () => {
  it('asks of a lonely box and of an activity that reaches no outcome', () => {
    expect(pathsOf('L7', [ACT, OUTPUT, INITIAL, FINAL], ['i→f'])).to.deep.equal(['boxes/a', 'boxes/o'])
    const found = of('L7', [ACT, OUTPUT, INITIAL, FINAL], ['a→o', 'i→f'])
    expect(found.map(({ message }) => message)).to.deep.equal([
      'アウトカムまでつながっていません。この取組のあと、誰がどうなりますか',
    ])
  })
  it('is content with a whole chain, however it winds', () => {
    expect(pathsOf('L7', [ACT, OUTPUT, INITIAL, FINAL], TIED)).to.deep.equal([])
    expect(pathsOf('L7', [ACT, OUTPUT, INITIAL, FINAL], [...TIED, 'f→a', 'i→o', 'a→a'])).to.deep.equal([])
  })
  it('counts no link to a box that is gone, and asks nothing before there is anything to tie to', () => {
    expect(pathsOf('L7', [ACT, FINAL, INITIAL], ['a→gone', 'i→f'])).to.deep.equal(['boxes/a'])
    expect(pathsOf('L7', [ACT])).to.deep.equal([])
    expect(pathsOf('L7', [ACT, { ...ACT, id: 'b' }])).to.deep.equal([])
  })
})

describe('L9: 要相談', () => {
  it('asks until it is said to be settled', () => {
    expect(of('L9', [{ ...ACT, consultWith: '郡医師会' }])[0]?.message).to.equal('郡医師会との話は済みましたか')
    expect(of('L9', [{ ...ACT, text: '病院に説明する ※要相談' }])).to.have.length(1)
    expect(of('L9', [{ ...ACT, consultWith: '郡医師会', consulted: 'yes' }])).to.deep.equal([])
    expect(
      of('L9', [
        { ...ACT, consultWith: '—' },
        { ...ACT, id: 'b', text: '家族の相談を受ける' },
      ]),
    ).to.deep.equal([])
  })
})

describe('L10: the same text twice', () => {
  const twice = (a: string, b: string) =>
    pathsOf('L10', [
      { ...ACT, text: a },
      { ...ACT, id: 'b', text: b },
    ])
  it('sees through width, spaces and marks, and asks at the later one', () => {
    expect(twice('ＡＣＰノートを、家族に渡す。', 'ACP ノートを家族に渡す')).to.deep.equal(['boxes/b'])
    expect(twice('ﾁﾗｼを配る（窓口）', 'チラシを配る(窓口)')).to.deep.equal(['boxes/b'])
  })
  it('lets likeness pass, and boxes without words', () => {
    expect(twice('ノートを家族に渡す', 'ノートを本人に渡す')).to.deep.equal([])
    expect(twice('', '')).to.deep.equal([])
    expect(twice('…', '・')).to.deep.equal([])
  })
  it('asks whether a box that came with a doubt is the same', () => {
    const found = of('L10', [ACT, { ...ACT, id: 'b', text: '見学先を家族に案内', uncertainOriginal: 'a' }])
    expect(found.map(({ place, message }) => [place.path, message.includes('同じものですか')])).to.deep.equal([
      ['boxes/b', true],
    ])
  })
})

describe('L11, L12, L13: the order of things', () => {
  const many = (n: number, more = {}) =>
    Array.from({ length: n }, (_, i) => ({ kind: 'activity', text: `取組その${i}をする`, ...more }))
  it('L11 asks for an outcome while there are only activities', () => {
    expect(of('L11', [ACT, OUTPUT, INITIAL])).to.have.length(1)
    expect(of('L11', [ACT, { ...FINAL, text: '' }])).to.have.length(1)
    expect(of('L11', [ACT, FINAL])).to.deep.equal([])
    expect(of('L11', [{ ...FINAL, kind: 'intermediate' }, ACT])).to.deep.equal([])
    expect(of('L11', [{ kind: 'activity', text: '' }])).to.deep.equal([])
  })
  it('L12 asks for a 重点 among more than twenty different ones', () => {
    expect(of('L12', many(21))[0]?.message).to.include('21')
    expect(of('L12', many(20))).to.deep.equal([])
    expect(of('L12', [...many(20), { kind: 'activity', text: '取組 その0 をする。' }])).to.deep.equal([])
    expect(of('L12', [...many(21), { kind: 'activity', text: '訪ねる', focus: 'yes' }])).to.deep.equal([])
  })
  it('L13 asks how it went', () => {
    expect(of('L13', [{ ...ACT, status: 'done' }])).to.have.length(1)
    expect(
      of('L13', [
        { ...ACT, status: 'done', evaluation: '5人が見学した' },
        { ...ACT, id: 'b', status: 'doing' },
      ]),
    ).to.deep.equal([])
  })
})
