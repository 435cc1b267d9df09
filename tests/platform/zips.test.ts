import { expect } from 'chai'
import { plainData, plainText } from '../../src/platform/plain-text/plain-text.ts'
import { distinctPaths, safeName } from '../../src/platform/zips/zips.ts'

describe('names inside a ZIP', () => {
  it('keeps Japanese as it is and takes out what Windows refuses', () => {
    expect(safeName('支援1：記録/最終?.xlsx')).to.equal('支援1：記録_最終_.xlsx')
    expect(safeName('../../etc/passwd')).to.equal('_.._etc_passwd')
    expect(safeName('con.txt')).to.equal('_con.txt')
    expect(safeName(' . ')).to.equal('名前なし')
  })
  it('cuts a long name before its ending', () => {
    expect(safeName(`${'長'.repeat(200)}.pdf`)).to.equal(`${'長'.repeat(80)}.pdf`)
  })
  it('gives the second of one name a number, whatever its case', () => {
    const paths = distinctPaths([{ path: 'みどり町/A.pdf' }, { path: 'みどり町/a.pdf' }, { path: 'かわの村/a.pdf' }])
    expect(paths.map((p) => p.path)).to.deep.equal(['みどり町/A.pdf', 'みどり町/a (2).pdf', 'かわの村/a.pdf'])
  })
})

describe('text for files', () => {
  it('loses only what no file carries', () => {
    expect(plainText('退院\u0000のあと\n😀\t\uD800')).to.equal('退院のあと\n😀\t\uFFFD')
    expect(plainData({ a: ['x\u0007', 1, null] })).to.deep.equal({ a: ['x', 1, null] })
  })
})
