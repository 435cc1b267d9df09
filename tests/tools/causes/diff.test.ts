import { expect } from 'chai'
import { merge } from '../../../src/papers/documents/diff.ts'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { moved, withCause, withEvidence, withoutEvidence, withWords } from '../../../src/tools/causes/body.ts'
import { causesOf, circular, treeOf } from '../../../src/tools/causes/causes.ts'
import { placeOf, sentencesOf, shownAt } from '../../../src/tools/causes/diff.ts'

const BODY: Body = {
  causes: [
    { id: 'a', text: '退院のあと弱る' },
    { id: 'b', text: '退院の日を知らない', parent: 'a' },
    { id: 'c', text: '食事の支度ができない' },
  ],
  evidence: [
    { id: 'e', cause: 'b', side: 'for', kind: 'number', text: '連絡の数', numerator: '18', denominator: '48' },
  ],
}
const GIVEN = {
  ...({
    cause: 'c',
    side: 'against',
    kind: 'hearing',
    text: '配食で足りている',
    numerator: '',
    denominator: '',
  } as const),
  ...{ unit: '', value: '', comparison: '', comparedWith: '', source: '', sourceText: '', method: '', period: '' },
}

describe('what changed in the causes, in sentences', () => {
  const said = (edit: (body: Body) => Body, of?: string) => sentencesOf(BODY, edit(BODY), of)

  it('tells a new, a reworded, a moved, a withdrawn and a merged one', () => {
    expect(said(withCause('d', { text: '電話がない', parent: 'b' }))).to.deep.equal([
      '「退院の日を知らない」の「なぜ？」として「電話がない」という仮説を立てました',
    ])
    expect(said(withWords('b', { text: '退院の日が伝わらない' }))).to.deep.equal([
      '「退院の日を知らない」を「退院の日が伝わらない」に言いかえました',
    ])
    expect(said(withWords('b', { parent: 'c' }))).to.deep.equal([
      '「退院の日を知らない」を、「食事の支度ができない」の「なぜ？」に移しました',
    ])
    expect(said(withWords('b', { parent: '' }))).to.deep.equal(['「退院の日を知らない」を、いちばん上の仮説にしました'])
    expect(said(withWords('c', { withdrawn: '聞くと違った' }))).to.deep.equal([
      '「食事の支度ができない」を取り下げました（理由：聞くと違った）',
    ])
    expect(said(withWords('c', { mergedInto: 'b' }))).to.deep.equal([
      '「食事の支度ができない」を「退院の日を知らない」に統合しました',
    ])
    expect(said(moved('c', 'up'))).to.deep.equal(['仮説の順番を変えました'])
  })

  it('tells evidence laid down, mended and taken out, of one cause where asked', () => {
    expect(said(withEvidence('f', GIVEN))).to.deep.equal(['合わない材料を足しました：配食で足りている'])
    expect(said(withEvidence('f', GIVEN), 'b')).to.deep.equal([])
    expect(said(withoutEvidence('e'), 'b')).to.deep.equal(['裏づけを消しました：連絡の数（37.5%（18/48、n＝48））'])
  })

  it('names each place as people do', () => {
    expect(placeOf('causes/b/text', BODY)).to.equal('仮説2 文')
    expect(placeOf('evidence/e/numerator', BODY)).to.equal('裏づけ1 分子')
    expect(placeOf('order:causes', BODY)).to.equal('仮説の並び順')
    expect(shownAt('causes/b/parent', 'a', BODY)).to.equal('退院のあと弱る')
    expect(shownAt('evidence/e/side', 'against', BODY)).to.equal('合わないもの')
  })
})

describe('two who moved causes at once', () => {
  it('may close a circle: all of it is still drawn, and it is told', () => {
    const theirs = withWords('a', { parent: 'c' })(BODY)
    const mine = withWords('c', { parent: 'b' })(BODY)
    const { body, clashes } = merge({ base: BODY, theirs, mine })
    expect(clashes).to.deep.equal([])
    const causes = causesOf(body)
    expect(circular(causes).map(({ id }) => id)).to.have.members(['a', 'b', 'c'])
    const drawn = (branches: ReturnType<typeof treeOf>): string[] =>
      branches.flatMap(({ cause, branches: under }) => [cause.id, ...drawn(under)])
    expect(drawn(treeOf(causes)).sort()).to.deep.equal(['a', 'b', 'c'])
  })
})
