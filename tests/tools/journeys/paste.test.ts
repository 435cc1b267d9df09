import { expect } from 'chai'
import { readPasted } from '../../../src/tools/journey-pastes/body.ts'

const faultsOf = (text: string) => readPasted(text).faults.map(({ line, message }) => `${line}: ${message}`)

describe('a journey pasted from Excel', () => {
  it('is read whatever the order and the names of its columns', () => {
    const { rows, faults } = readPasted(
      [
        'No.\t介護度\tできごと\t年月\t費用（円）\t備考\t職種',
        '1\t支２\t転倒して骨折\tR5.2\t約12万円\t"退院の日を\n知らなかった"\t看護師、MSW',
        '2\t要介護1\t退院\t２０２３／４\t１２０，０００\t\t',
        '3\t自立\t通院\t令和6年度末\t—\t\t',
      ].join('\r\n'),
    )
    expect(faults).to.deep.equal([])
    expect(rows).to.deep.equal([
      {
        ...{ at: 'R5.2', event: '転倒して骨折', careLevel: 'support2', who: '看護師、MSW', cost: '120000' },
        insight: '退院の日を\n知らなかった',
      },
      { at: '２０２３／４', event: '退院', careLevel: 'care1', cost: '120000' },
      { at: '令和6年度末', event: '通院', careLevel: 'independent' },
    ])
  })

  it('fills a time that was merged over several rows, and says so', () => {
    const { rows, notes } = readPasted('時期\t出来事\n令和5年4月\t入院\n\t退院\n')
    expect(rows.map((row) => row.at)).to.deep.equal(['令和5年4月', '令和5年4月'])
    expect(notes).to.deep.equal(['3行目の時期は空なので、上の行と同じ「令和5年4月」としました'])
  })

  it('goes without headings only in the usual order', () => {
    expect(readPasted('R5.4\t転倒\t要支援1\nR5.5\t退院').rows).to.have.length(2)
    expect(faultsOf('転倒\t要支援1\n退院\t要介護1')[0]).to.include('1: 見出しの行が見つかりません')
  })

  it('takes no column that tells who it is', () => {
    expect(faultsOf('氏名\t時期\t出来事\n（名前）\tR5.4\t入院')).to.deep.equal([
      '1: 「氏名」の列は、だれのことか分かるため取りこめません。列を消してから貼りつけてください',
    ])
  })

  it('says every fault at its line', () => {
    const text = '時期\t出来事\t要介護度\t費用\n5月\t転倒\tとても悪い\t10〜12万円\nR5.13\t入院\t要介護9\t-5\tはみ出し'
    expect(faultsOf(text).map((words) => words.split('読めません')[0]?.split('。')[0])).to.deep.equal([
      '2: 要介護度「とても悪い」が',
      '2: 費用「10〜12万円」が',
      '2: 時期「5月」が',
      '3: 見出しより列が多くあります（「はみ出し」）',
      '3: 要介護度「要介護9」が',
      '3: 費用「-5」が',
      '3: 時期「R5.13」が',
    ])
  })

  it('asks about missing, merged, unknown and doubled headings, and about two tables in one', () => {
    expect(faultsOf('要介護度\t出来事\n自立\t通院')[0]).to.include('「時期」の列が見つかりません')
    expect(faultsOf('時期\t出来事\t\nR5.4\t入院\t町の病院')[0]).to.include('3列目の見出しが空です')
    expect(faultsOf('時期\t出来事\t色\nR5.4\t入院\t青')[0]).to.include('「色」は、どの欄か分かりません')
    expect(faultsOf('時期\t出来事\t時期\nR5.4\t入院\tR5.5')[0]).to.include('「時期」の列が二つあります')
    expect(faultsOf('時期\t出来事\nR5.4\t入院\n時期\t出来事\nR6.4\t退院')[0]).to.include(
      '3: もう一つの見出しがあります',
    )
    expect(faultsOf('文章だけ\nもう一行')[0]).to.include('列に分かれていません')
    expect(faultsOf(' \n\t\n')[0]).to.equal('1: 表を貼りつけてください')
  })

  it('keeps a lone quote as a letter and reads a table with commas', () => {
    expect(readPasted('時期\t出来事\nR5.4\t"帰りたい"と話す').rows[0]?.event).to.equal('"帰りたい"と話す')
    expect(readPasted('時期,出来事\n2023/4,転倒').rows).to.deep.equal([{ at: '2023/4', event: '転倒' }])
  })
})
