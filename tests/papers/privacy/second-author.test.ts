import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { precisionOf, recallOf, scoresOf, sentencesOf } from '../../../src/cli/scanner-score.ts'
import { kindKeys } from '../../../src/papers/privacy/privacy.ts'
import { projectRoot } from '../../../src/platform/root.ts'

describe('sentences of a second author, the first 310 written before reading the scanner', () => {
  const text = readFileSync(join(projectRoot, 'tests/papers/privacy/second-author.tsv'), 'utf8')
  const { all, scores } = scoresOf(sentencesOf(text))

  it('95 of 100 that are there are found, and 9 of 10 that are marked are right', () => {
    expect(recallOf(all), 'recall').to.be.at.least(0.95)
    expect(precisionOf(all), 'precision').to.be.at.least(0.9)
  })

  for (const kind of kindKeys)
    it(`no kind lags behind: ${kind}`, () => {
      expect(recallOf(scores.get(kind) as never), 'recall').to.be.at.least(0.9)
      expect(precisionOf(scores.get(kind) as never), 'precision').to.be.at.least(0.9)
    })
})
