import { expect } from 'chai'
import { paperTexts } from '../../../src/overview/search-papers/search-papers.ts'
import { kindNamed } from '../../../src/tools/kinds/kinds.ts'
import type { PaperKind } from '../../../src/tools/papers/papers.ts'

const ID = 'region-midori'
const read = (kind: string, body: Record<string, string | { id: string; [key: string]: string }[]>, part?: string) =>
  paperTexts({
    regionId: ID,
    document: { ownerId: part ? `${ID}/${part}` : ID, circle: 'region' },
    kind: kindNamed(kind) as PaperKind,
    body,
    savedAt: '2025-10-21T05:03:00.000Z',
  })

describe('what of a paper can be found', () => {
  it('is each box of the model where everybody who reads it sees it, in its own words and not those that were picked', () => {
    const [goal, box, indicator, ...more] = read('logic_model', {
      goal: '退院の日に支度ができている',
      boxes: [
        { id: 'b1', kind: 'activity', text: '病院へ出向く', scene: 'discharge', owner: '福祉課', rest: '{"src":"p3"}' },
      ],
      links: [{ id: 'l1', from: 'b1', to: 'b1' }],
      indicators: [{ id: 'i1', box: 'b1', text: '届いた件数', type: 'process', target: '9割' }],
    })
    expect(more).to.deep.equal([])
    expect(goal).to.include({ kind: 'model', text: '退院の日に支度ができている', deed: 'paper.view' })
    expect(box).to.include({ text: '病院へ出向く\n福祉課', href: `/regions/${ID}/logic-model?box=b1#chosen` })
    expect(box?.label).to.include('箱1')
    expect(indicator?.text).to.equal('届いた件数\n9割')
  })

  it('is each cause at its page, and what speaks for it at the cause it speaks for', () => {
    const [cause, evidence] = read('causes', {
      causes: [{ id: 'c1', parent: '', text: '連絡先を知らない' }],
      evidence: [{ id: 'e1', cause: 'c1', side: 'for', kind: 'hearing', text: '5人に聞いた' }],
    })
    expect(cause).to.include({ kind: 'cause', text: '連絡先を知らない', href: `/regions/${ID}/causes/c1` })
    expect(evidence).to.include({ text: '5人に聞いた', href: `/regions/${ID}/causes/c1` })
  })

  it('is each row of a sheet without the words of other rows, and nothing of what is empty', () => {
    const rows = read('closing', {
      before: [{ id: 'r1', text: '知らせが届かない', issue: 'x9' }],
      changes: [{ id: 'r2', text: '届くようになった', answers: 'r1', quality: 'number' }],
      next: [{ id: 'r3' }],
      rest: '{"keys":"来歴"}',
    })
    expect(rows.map(({ text }) => text)).to.deep.equal(['知らせが届かない', '届くようになった'])
    expect(rows[0]).to.include({ kind: 'closing', href: `/regions/${ID}/sheets/closing#f-before` })
  })

  it('is a journey, a partner, a forum at the page where it stands', () => {
    const [title] = read('journey', { title: '家に帰った人' }, 'j1')
    expect(title).to.include({ kind: 'journey', href: `/regions/${ID}/journeys/j1` })
    const [partner] = read('partners', {
      partners: [{ id: 'p1', name: '医師会', worry: '手間が増える', stage: 'talked' }],
    })
    expect(partner).to.include({ kind: 'partner', text: '医師会\n手間が増える', href: `/regions/${ID}/partners` })
    const [forum] = read('forum', { forums: [{ id: 'f1', purpose: '道すじをそろえる' }] })
    expect(forum?.href).to.equal(`/regions/${ID}/forum#forum-f1`)
  })
})
