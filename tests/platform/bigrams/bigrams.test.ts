import { expect } from 'chai'
import { folded, type Run, snippet, tokensOf, wordsIn } from '../../../src/platform/bigrams/bigrams.ts'

const marked = (runs: readonly Run[]) => runs.map((run) => (run.isMarked ? `[${run.text}]` : run.text)).join('')

describe('words of a search', () => {
  it('folds width and case, and parts words at spaces and signs', () => {
    expect(folded('ＡＢＣ　ｶﾞｲﾄﾞ ㌔ Ｈ２６')).to.equal('abc ガイド キロ h26')
    expect(wordsIn('退院 ，連携・KDB「見える化」')).to.deep.equal(['退院', '連携', 'kdb', '見える化'])
    expect(wordsIn('  %*"\u0000😀 ')).to.deep.equal([])
    expect(wordsIn('一 二 三 四 五 六 七 八 九 十')).to.have.length(8)
  })

  it('keeps two runs apart: a pair never reaches over a sign', () => {
    const pairs = (text: string) => tokensOf(text).pairs.split(' ')
    const asked = tokensOf('院長').pairs.split(' ')[0] ?? ''
    expect(pairs('院長が来た')).to.include(asked)
    expect(pairs('退院。長く')).to.not.include(asked)
  })

  it('marks the words where they stand, also in another width, and joins what overlaps', () => {
    expect(marked(snippet('退院支援の連携について', ['退院', '連携']))).to.equal('[退院]支援の[連携]について')
    expect(marked(snippet('退院支援', ['退院支', '院支援']))).to.equal('[退院支援]')
    expect(marked(snippet('ｶﾞｲﾄﾞとＫＤＢ', ['ガイド', 'kdb']))).to.equal('[ｶﾞｲﾄﾞ]と[ＫＤＢ]')
    expect(marked(snippet('か\u3099く年', ['がく']))).to.equal('[か\u3099く]年')
  })

  it('shows a piece around the first word, and lines as one', () => {
    const long = `${'あ'.repeat(300)}退院\nのあと${'い'.repeat(300)}`
    const runs = snippet(long, ['退院'])
    expect(runs[0]?.text).to.equal('…')
    expect(runs.at(-1)?.text).to.equal('…')
    expect(marked(runs)).to.include('[退院] のあと')
    expect(runs.map((run) => run.text).join('').length).to.be.lessThan(130)
    expect(marked(snippet('𠮷野家𠮷', ['𠮷']))).to.equal('[𠮷]野家[𠮷]')
  })
})
