import { expect } from 'chai'
import { type Paper, writePaper } from '../../src/platform/docx/docx.ts'
import { writePdf } from '../../src/platform/pdf/pdf.ts'
import { writeDeck } from '../../src/platform/pptx/pptx.ts'
import { writePaperPdf } from '../../src/platform/printed/printed.ts'
import { zipOf } from '../../src/platform/zips/zips.ts'
import { unzipped } from '../support/unzipped.ts'

const paper: Paper = {
  title: '年度報告書 #*_$',
  subtitle: '令和7年度',
  foot: '令和7年度 伴走支援',
  blocks: [
    { kind: 'note', text: '#panic("町の言葉は命令ではない") $x$ @a <b>' },
    { kind: 'heading', text: '経過', level: 3 },
    { kind: 'text', text: '文\u0000と😀\uD800' },
    { kind: 'list', numbered: true, items: [{ text: '一\n二', note: '' }] },
    { kind: 'table', head: ['論点'], rows: [['= + - @']], widths: [1] },
    {
      ...{ kind: 'picture', width: 2000, height: 20, alt: '線' },
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 20"><path d="M0 10h2000" stroke="#000"/></svg>',
    },
    { kind: 'break' },
    { kind: 'facts', rows: [] },
  ],
}

describe('papers, decks and archives as files', () => {
  it('prints a tagged PDF in Japanese; no word of a person is taken for markup', async () => {
    for (const landscape of [false, true]) {
      const bytes = (await writePaperPdf({ ...paper, landscape })).toString('latin1')
      expect(bytes.slice(0, 8)).to.equal('%PDF-1.7')
      expect(bytes)
        .to.match(/\/Marked true/)
        .and.match(/\/StructTreeRoot/)
        .and.match(/\/Lang \(ja/)
      expect(bytes).to.match(/\/FontFile[23] /)
    }
  })
  it('says which template is broken instead of a half page', async () => {
    const parts = [{ use: 'bad', template: '#let bad(d) = [#nothing]', data: {} }]
    const fault = await writePdf({ title: 'x', parts }).then(
      () => '',
      (error: Error) => error.message,
    )
    expect(fault).to.contain('unknown variable')
  })
  it('writes the same paper for Word', async () => {
    const files = await unzipped(await writePaper(paper))
    const xml = files.get('word/document.xml')?.toString() ?? ''
    expect(xml).to.contain('#panic(&quot;町の言葉は命令ではない&quot;)').and.contain('descr="線"')
  })
  it('refuses to draw outside the page', async () => {
    const at = { x: 200, y: 10, w: 98, h: 10 }
    const items = [{ kind: 'rule' as const, at, color: '000000' }]
    const fault = await writeDeck({ title: 'x', slides: [{ title: 'はみ出し', items }] }).catch((e: Error) => e.message)
    expect(fault).to.contain('はみ出し')
  })
  it('writes slides of editable text, tables and lines with their names', async () => {
    const at = { x: 10, y: 30, w: 80, h: 60 }
    const deck = await writeDeck({
      title: '束',
      slides: [
        {
          title: 'みどり町',
          items: [
            { kind: 'text', at, name: '支援1', size: 9, paragraphs: [{ text: '一つめ\n続き', bullet: true }] },
            {
              kind: 'table',
              at: { ...at, x: 100 },
              name: '表',
              widths: [1, 2],
              head: ['a', 'b'],
              rows: [['1', '2']],
              size: 9,
            },
            { kind: 'arrow', from: { x: 50, y: 150 }, to: { x: 10, y: 190 }, color: '767676' },
          ],
        },
      ],
    })
    const slide = (await unzipped(deck)).get('ppt/slides/slide1.xml')?.toString() ?? ''
    expect(slide).to.contain('name="支援1"').and.contain('みどり町').and.contain('<a:br/>').and.contain('<a:tbl>')
    expect(slide).to.contain('type="title"')
  })
  it('keeps names in UTF-8', async () => {
    const files = await unzipped(await zipOf([{ path: 'みどり町/記録.csv', bytes: Buffer.from('a') }]))
    expect([...files.keys()]).to.deep.equal(['みどり町/記録.csv'])
  })
})
