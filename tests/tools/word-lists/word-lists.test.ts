import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { wordsOf } from '../../../src/tools/word-lists/store.ts'
import { DEFAULT_WORDS, wordsIn } from '../../../src/tools/word-lists/word-lists.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('the words that questions look for', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('are read one a line, each once', () => {
    expect(wordsIn(' 推進\r\nＡＣＰ、充実\n\n推進')).to.deep.equal(['推進', 'ACP', '充実'])
  })

  it('are the secretariat’s to edit, and go back to the first ones', async () => {
    const { db, programmeId } = midori
    const mika = await browse(midori, 'mika')
    await mika.open(paths.wordLists(programmeId))
    await mika.follow('大きすぎる言葉')
    expect(String(mika.values.words).split(/\r?\n/)).to.include('顔の見える関係')
    await mika.fill({ words: '見守り\n地域づくり' }, '言葉を保存する')
    expect(mika.notice).to.include('「大きすぎる言葉」の言葉を保存しました')
    expect(await wordsOf(db, programmeId)).to.deep.equal({ abstractWords: ['見守り', '地域づくり'] })
    expect(mika.text).to.include('直した言葉')
    await mika.open(paths.wordList(programmeId, 'abstractWords'))
    await mika.fill({ words: 'あ'.repeat(41) }, '言葉を保存する')
    expect(mika.status).to.equal(422)
    expect(mika.errors.words).to.include('40字まで')
    await mika.open(paths.wordList(programmeId, 'abstractWords'))
    await mika.fill({}, 'はじめの言葉にもどす')
    expect(await wordsOf(db, programmeId)).to.deep.equal({})
    await mika.post(paths.wordList(programmeId, 'abstractWords'), { words: DEFAULT_WORDS.abstractWords.join('\n') })
    expect(await wordsOf(db, programmeId)).to.deep.equal({})
    await mika.open(paths.wordList(programmeId, 'nonsense'))
    expect(mika.status).to.equal(404)
  })

  it('are nobody else’s', async () => {
    const ken = await browse(midori, 'ken')
    await ken.open(paths.wordLists(midori.programmeId))
    expect(ken.status).to.equal(403)
  })
})
