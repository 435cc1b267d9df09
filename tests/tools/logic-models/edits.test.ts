import { expect } from 'chai'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { link, linkAll, linkFault, unlink } from '../../../src/tools/box-links/body.ts'
import { countsOf, numbersOf } from '../../../src/tools/box-names/box-names.ts'
import { addIndicator, editIndicator, removeIndicator } from '../../../src/tools/indicators/body.ts'
import {
  addBox,
  changeKind,
  editBox,
  mergeBoxes,
  moveBox,
  removeBox,
  splitBox,
} from '../../../src/tools/logic-models/body.ts'
import { boxesOf, indicatorsOf, linksOf } from '../../../src/tools/logic-models/logic-models.ts'
import { addStarters } from '../../../src/tools/model-starters/body.ts'
import { startersOf } from '../../../src/tools/model-starters/model-starters.ts'

const midori: Body = {
  boxes: [
    { id: 'a1', kind: 'activity', text: '窓口で卒業の見通しを伝える', rest: '{"inf":true}' },
    { id: 'a2', kind: 'activity', text: '入院先の病院に出向く', consultWith: '入院先の病院' },
    { id: 'o1', kind: 'output', text: '伝えた人の数' },
    { id: 'i1', kind: 'initial', text: '町民が選択肢を知っている' },
    { id: 'f1', kind: 'final', text: '住み慣れた町で暮らしている' },
  ],
  links: [
    { id: 'l1', from: 'a1', to: 'o1' },
    { id: 'l2', from: 'o1', to: 'i1' },
    { id: 'l3', from: 'i1', to: 'f1' },
  ],
  indicators: [{ id: 'n1', box: 'o1', text: '短期集中サービスにつないだ人数' }],
}
const textsOf = (body: Body) => boxesOf(body).map(({ text }) => text)
const refusal = (deed: () => unknown): string => {
  try {
    deed()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('editing a logic model', () => {
  it('numbers each column in its own letters', () => {
    const { body } = addBox(
      addBox(midori, 'final', { text: '家族も休めている' }).body,
      'activity',
      { text: '県の会に出る' },
      'a1',
    )
    expect([...numbersOf(boxesOf(body)).values()]).to.deep.equal(['1', '2', '3', 'A', 'ア', '終1', '終2'])
    expect(boxesOf(body)[1]?.text).to.equal('県の会に出る')
  })

  it('takes links and indicators away with their box, and says so', () => {
    const { body, said } = removeBox(midori, 'o1')
    expect(said).to.equal('アウトプットA「伝えた人の数」を消しました。つながり2本と指標1つもいっしょに消えました')
    expect([linksOf(body).map(({ id }) => id), indicatorsOf(body)]).to.deep.equal([['l3'], []])
  })

  it('moves a box within its own column only', () => {
    expect(textsOf(moveBox(midori, 'a2', 'up').body).slice(0, 2)).to.deep.equal([
      '入院先の病院に出向く',
      '窓口で卒業の見通しを伝える',
    ])
    expect(moveBox(midori, 'a2', 'down')).to.deep.equal({ body: midori, id: 'a2', said: '箱2は、列の一番下にあります' })
  })

  it('splits a box into two with the same links; indicators stay with the first', () => {
    const { body, id } = splitBox(midori, 'o1', ['手順書', '伝えた人の数'])
    expect(textsOf(body)).to.deep.equal([
      '窓口で卒業の見通しを伝える',
      '入院先の病院に出向く',
      '手順書',
      '伝えた人の数',
      '町民が選択肢を知っている',
      '住み慣れた町で暮らしている',
    ])
    expect(linksOf(body).filter(({ from, to }) => from === id || to === id)).to.have.length(2)
    expect(indicatorsOf(body)[0]?.box).to.equal('o1')
    expect(refusal(() => splitBox(midori, 'o1', ['手順書', ' ']))).to.include('どちらも書いてください')
  })

  it('merges what is the same column, once per pair of ends', () => {
    const more = addBox(midori, 'output', { text: '配った手順書' })
    const linked = link(
      link(addIndicator(more.body, more.id, { text: '配った数' }).body, 'a1', more.id).body,
      more.id,
      'i1',
    ).body
    const { body } = mergeBoxes(linked, ['o1', more.id], '手順書と人の数')
    expect(linksOf(body).map(({ from, to }) => `${from}>${to}`)).to.deep.equal(['a1>o1', 'o1>i1', 'i1>f1'])
    expect(indicatorsOf(body).map(({ box }) => box)).to.deep.equal(['o1', 'o1'])
    expect(refusal(() => mergeBoxes(midori, ['o1', 'a1'], ''))).to.equal('まとめられるのは、同じ列の箱どうしです')
  })

  it('cuts links that would run backwards when a box changes its column, and says how many', () => {
    const { body, said } = changeKind(midori, 'o1', 'intermediate')
    expect(said).to.equal(
      '「伝えた人の数」をアウトプットから中間アウトカムに移しました。向きが逆になるつながり1本は切りました',
    )
    expect(linksOf(body).map(({ id }) => id)).to.deep.equal(['l1', 'l3'])
  })

  it('links from left to right, over columns too; circles, gone boxes and itself are refused in plain words', () => {
    expect(linkFault(midori, 'a2', 'f1')).to.equal(null)
    expect(linkFault(midori, 'f1', 'a1')).to.include('輪になります')
    expect(linkFault(midori, 'i1', 'a2')).to.equal(
      '初期アウトカムからつなげるのは、それより右の列の箱です。「入院先の病院に出向く」はアクティビティにあります',
    )
    expect(linkFault(midori, 'a1', 'zz')).to.equal('つなぐ先の箱は、もうありません。ほかの箱を選んでください')
    expect(linkFault(midori, 'a1', 'a1')).to.include('それ自身')
    expect(refusal(() => link(midori, 'f1', 'a1'))).to.include('輪になります')
    expect(refusal(() => editBox(midori, 'zz', { text: 'x' }))).to.include('もうありません')
  })

  it('calls a second target of an activity 再掲 and counts the activity once', () => {
    const again = link(midori, 'a1', 'i1')
    expect(again.said).to.equal('箱1を初期アウトカム・アのところにも再掲しました（数えるのは一度です）')
    expect(countsOf(again.body)).to.deep.include({ distinct: 2, reprints: 1, links: 4 })
    expect(countsOf(unlink(again.body, 'a1', 'i1').body)).to.deep.include({ reprints: 0, links: 3 })
    expect(link(midori, 'a1', 'o1').said).to.include('もうつないで')
    expect(linksOf(linkAll(midori, 'a1', ['i1', 'f1']).body).filter(({ from }) => from === 'a1')).to.have.length(2)
  })

  it('keeps what an import carried along, and empties a field with nothing', () => {
    const { body } = editBox(midori, 'a1', { text: '窓口で伝える', who: '窓口の職員', focus: 'yes' })
    expect(boxesOf(body)[0]).to.include({ text: '窓口で伝える', who: '窓口の職員', focus: true, inferred: true })
    expect(boxesOf(editBox(body, 'a1', { focus: '' }).body)[0]?.focus).to.equal(false)
  })

  it('adds, edits and removes indicators', () => {
    const { body, id, said } = addIndicator(midori, 'i1', { text: '知っている人の割合', target: '50', type: 'outcome' })
    expect(said).to.equal('初期アウトカム・アに指標「知っている人の割合」を足しました')
    expect(indicatorsOf(editIndicator(body, id, { target: '60' }).body)[1]).to.include({
      target: '60',
      text: '知っている人の割合',
    })
    expect(indicatorsOf(removeIndicator(body, 'n1').body).map((one) => one.id)).to.deep.equal([id])
  })
})

describe('starting sets', () => {
  it('has final and intermediate outcomes of residents with two or three indicators for each of the seven 場面', () => {
    expect(startersOf().map(({ label }) => label)).to.have.length(7)
    for (const { scene, finals, intermediates } of startersOf()) {
      expect([finals.length > 0, intermediates.length > 1], scene).to.deep.equal([true, true])
      for (const box of [...finals, ...intermediates]) {
        expect(box.subject, box.text).to.equal('住民')
        expect(box.text, box.key).to.match(/住民|家族/)
        expect(box.indicators.length, box.text).to.be.within(2, 3)
        for (const { source, method } of box.indicators)
          expect([source, method].every(Boolean), box.text).to.equal(true)
      }
    }
    const keys = startersOf().flatMap(({ finals, intermediates }) =>
      [...finals, ...intermediates].map(({ key }) => key),
    )
    expect(new Set(keys).size).to.equal(keys.length)
  })

  it('puts what was ticked into the model, tied together, and nothing twice', () => {
    const first = addStarters({}, ['discharge-f1', 'discharge-m1'], { indicators: true })
    expect(first.said).to.include('2つの箱を足しました')
    expect(boxesOf(first.body).map(({ kind, scene }) => `${kind} ${scene}`)).to.deep.equal([
      'final discharge',
      'intermediate discharge',
    ])
    expect([linksOf(first.body).length, indicatorsOf(first.body).length]).to.deep.equal([1, 5])
    expect(addStarters(first.body, ['discharge-f1'], { indicators: true }).said).to.include('もう図にあります')
  })
})
