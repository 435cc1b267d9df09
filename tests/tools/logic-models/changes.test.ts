import { expect } from 'chai'
import { same } from '../../../src/papers/documents/body.ts'
import type { Body, Row } from '../../../src/papers/templates/templates.ts'
import { link, unlink } from '../../../src/tools/box-links/body.ts'
import { addIndicator, editIndicator, removeIndicator } from '../../../src/tools/indicators/body.ts'
import { addBox, changeKind, editBox, moveBox, removeBox } from '../../../src/tools/logic-models/body.ts'
import { boxesOf, KIND_ORDER } from '../../../src/tools/logic-models/logic-models.ts'
import { modelChanges } from '../../../src/tools/model-changes/diff.ts'
import { movedIn } from '../../../src/tools/model-changes/model-changes.ts'
import { modelWords } from '../../../src/tools/model-words/model-words.ts'
import { chanceOf, modelFor } from '../../support/models.ts'

const midori: Body = {
  boxes: [
    { id: 'a1', kind: 'activity', text: '介護予防の考え方を広く伝える' },
    { id: 'a3', kind: 'activity', text: '関わる職種で事例を持ち寄り、学び合う' },
    { id: 'g', kind: 'activity', text: '研修・講演・広報を行う' },
    { id: 'o1', kind: 'output', text: '手順書' },
    { id: 'o2', kind: 'output', text: '学び合った回数' },
    { id: 'o3', kind: 'output', text: '説明に行った数' },
    { id: 'i2', kind: 'initial', text: '考え方を共有している' },
  ],
  links: [
    { id: 'l1', from: 'a1', to: 'o1' },
    { id: 'l2', from: 'a3', to: 'o2' },
    { id: 'l3', from: 'g', to: 'i2' },
  ],
  indicators: [{ id: 'n1', box: 'o2', text: '事例の数', target: '10' }],
}
const sentences = (after: Body, before = midori) =>
  modelChanges(before, after).map(({ mark, text }) => `${mark} ${text}`)

describe('what changed in a logic model', () => {
  it('is told as people would tell it', () => {
    const more = addBox(midori, 'activity', { text: '県の全体会に出て取組を紹介する' })
    const after = removeBox(link(link(more.body, more.id, 'o3').body, 'a3', 'o1').body, 'g').body
    expect(
      sentences(editBox(after, 'a1', { text: '新規相談の場で、卒業していけることを伝える', focus: 'yes' }).body),
    ).to.deep.equal([
      'new 箱3「県の全体会に出て取組を紹介する」を足した。アウトプットCにつないだ',
      'new 箱2を、アウトプットAのところにも再掲した',
      'changed 箱1を言いかえた：介護予防の考え方を広く伝える → 新規相談の場で、卒業していけることを伝える',
      'changed 箱1に重点の印をつけた',
      'gone 「研修・講演・広報を行う」と、初期アウトカム・アへのつながりを消した',
    ])
  })

  it('shows both wordings in one flow', () => {
    const [said] = modelChanges(midori, editBox(midori, 'a1', { text: '介護予防の考え方を家族に伝える' }).body)
    expect(said?.lead).to.equal('箱1を言いかえた：')
    expect(
      said?.runs
        ?.filter(({ look }) => look === 'gone')
        .map(({ text }) => text)
        .join(''),
    ).to.include('広く')
    expect(
      said?.runs
        ?.filter(({ look }) => look === 'new')
        .map(({ text }) => text)
        .join(''),
    ).to.include('家族')
  })

  it('tells links cut, fields, indicators, moves and columns', () => {
    expect(sentences(unlink(midori, 'a3', 'o2').body)).to.deep.equal(['gone 箱2とアウトプットBのつながりを切った'])
    expect(sentences(editBox(midori, 'a1', { who: '町の相談窓口', status: 'doing' }).body)).to.deep.equal([
      'changed 箱1の「誰が」を書いた：町の相談窓口',
      'changed 箱1の「状態」を書いた：進めている',
    ])
    expect(sentences(editIndicator(midori, 'n1', { target: '12' }).body)).to.deep.equal([
      'changed アウトプットBの指標「事例の数」の「目標値」を変えた：10 → 12',
    ])
    expect(sentences(removeIndicator(midori, 'n1').body)).to.deep.equal([
      'gone アウトプットBの指標「事例の数」を消した',
    ])
    expect(sentences(addIndicator(midori, 'i2', { text: '共有した人の数' }).body)).to.deep.equal([
      'new 初期アウトカム・アに指標「共有した人の数」を足した',
    ])
    expect(sentences(moveBox(midori, 'g', 'up').body)[0]).to.match(
      /^changed 箱[23]「.+」を、アクティビティの[23]番目に動かした$/,
    )
    expect(sentences(changeKind(midori, 'o3', 'initial').body)).to.deep.equal([
      'changed 「説明に行った数」を、アウトプットから初期アウトカムに移した',
    ])
    expect(sentences({ ...midori, goal: '家で暮らす' })).to.deep.equal(['new 目標を書いた：家で暮らす'])
  })

  it('knows a link by its ends, not by the name of its row', () => {
    const renamed = { ...midori, links: (midori.links as Row[]).map((row) => ({ ...row, id: `${row.id}x` })) }
    expect(sentences(renamed)).to.deep.equal(['changed 画面には出ない記録（取りこんだときの控えなど）が変わった'])
  })

  it('says something for every change, and nothing for none', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const before = modelFor(seed, { boxes: 8 + seed })
      expect(modelChanges(before, structuredClone(before)), `seed ${seed}`).to.deep.equal([])
      let after = before
      const chance = chanceOf(seed * 7)
      for (let n = 0; n < 1 + (seed % 4); n++) after = anyEdit(after, chance)
      if (!same(before, after)) expect(modelChanges(before, after), `seed ${seed}`).to.not.have.length(0)
    }
  })

  it('finds the fewest that moved', () => {
    expect(movedIn(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).to.deep.equal(['d'])
    expect(movedIn(['a', 'b'], ['a', 'x', 'b'])).to.deep.equal([])
  })
})

function anyEdit(body: Body, chance: () => number): Body {
  const boxes = boxesOf(body)
  const pick = () => boxes[Math.floor(chance() * boxes.length)]?.id ?? ''
  const edits: (() => Body)[] = [
    () => addBox(body, KIND_ORDER[Math.floor(chance() * 5)] ?? 'output', { text: `新しい${chance()}` }).body,
    () => editBox(body, pick(), { text: `言いかえた${chance()}` }).body,
    () => editBox(body, pick(), { when: `${Math.ceil(chance() * 12)}月` }).body,
    () => removeBox(body, pick()).body,
    () => moveBox(body, pick(), 'down').body,
    () => changeKind(body, pick(), 'final').body,
    () => addIndicator(body, pick(), { text: '回数' }).body,
  ]
  return edits[Math.floor(chance() * edits.length)]?.() ?? body
}

describe('how the model speaks of its places', () => {
  it('names boxes by their numbers and shows fields in words', () => {
    expect(modelWords.place('boxes/a1/who', midori)).to.equal('箱1の「誰が」')
    expect(modelWords.place('links/l1', midori)).to.equal('箱1とアウトプットAのつながり')
    expect(modelWords.place('order:boxes', midori)).to.equal('箱の順番')
    expect(modelWords.place('indicators/n1/target', midori)).to.equal('指標「事例の数」の「目標値」')
    expect(modelWords.shown('boxes/a1/status', 'done', midori)).to.equal('行った')
    expect(modelWords.shown('boxes/a1', { id: 'a1', kind: 'activity', text: '会議', focus: 'yes' }, midori)).to.equal(
      '列：アクティビティ\n会議\n重点：重点',
    )
    expect(modelWords.isPicked('boxes/a1/kind')).to.equal(true)
  })
})
