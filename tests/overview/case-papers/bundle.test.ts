import { expect } from 'chai'
import { landed, lifted, type Parts } from '../../../src/overview/case-papers/bundle.ts'
import { rowsIn } from '../../../src/papers/templates/templates.ts'
import { copyOf, type SampleName } from '../bundle/samples.ts'

const sample = (name: SampleName): Parts => copyOf(name)

describe("a bundle's parts in their tools", () => {
  for (const name of ['r7-ginan', 'r5-mito'] as const) {
    it(`${name} lands in its papers and comes out unchanged`, () => {
      const parts = sample(name)
      const bodies = landed(parts)
      expect(Object.keys(bodies)).to.include.members(['issues', 'causes', 'closing'])
      expect(lifted(parts, bodies)).to.deep.equal(parts)
    })
  }

  it('岐南町: the sheet of a person, the hypotheses with their evidence, the closing', () => {
    const bodies = landed(sample('r7-ginan'))
    expect(bodies['status_sheet.p1']?.subject).to.equal('だんだん弱ってきたフレイルの高齢者')
    const [first] = rowsIn(bodies.causes ?? {}, 'evidence')
    expect([first?.cause, first?.source]).to.deep.equal(['h1', '地域包括ケア「見える化」システム'])
    expect(rowsIn(bodies.closing ?? {}, 'changes')[0]?.answers).to.equal('c-b1')
    expect(JSON.parse(rowsIn(bodies.causes ?? {}, 'causes')[2]?.rest ?? '{}')).to.include({ inf: true })
  })

  it('水戸市: figures, policy, what others can learn, what was made', () => {
    const bodies = landed(sample('r5-mito'))
    expect(bodies.profile).to.include({ population: '270685', agingRate65: '26.2' })
    const outline = bodies.support_outline ?? {}
    expect(
      ['policy', 'methods', 'supportNeeds', 'deliverables'].map((key) => rowsIn(outline, key).length),
    ).to.deep.equal([3, 3, 3, 3])
  })

  it('an edited line comes out edited, with its source, and nothing else moves', () => {
    const parts = sample('r5-mito')
    const bodies = landed(parts)
    const profile = { ...bodies.profile, population: '269000', care: '事業所が多く、選べる' }
    const out = lifted(parts, { ...bodies, profile })
    const was = parts.profile as Record<string, unknown>
    expect(out.profile).to.deep.equal({
      ...was,
      population: 269000,
      care: { ...(was.care as object), text: '事業所が多く、選べる' },
    })
    expect({ ...out, profile: null }).to.deep.equal({ ...parts, profile: null })
  })

  it('a new hypothesis with its evidence becomes an item of its own', () => {
    const parts = sample('r5-mito')
    const bodies = landed(parts)
    const causes = bodies.causes ?? {}
    const added = {
      causes: [...rowsIn(causes, 'causes'), { id: 'h9', text: '知らせの様式がないのではないか' }],
      evidence: [
        {
          id: 'e9',
          cause: 'h9',
          side: 'for',
          kind: 'number',
          text: '様式のない病院',
          numerator: '3',
          denominator: '4',
        },
      ],
    }
    const out = lifted(parts, { ...bodies, causes: added })
    expect((out.hypotheses as { id: string; evidence?: string[] }[]).map((h) => [h.id, h.evidence])).to.deep.equal([
      ['h1', undefined],
      ['h9', ['e9']],
    ])
    expect((out.evidence as { value: number }[])[0]?.value).to.equal(75)
  })
})
