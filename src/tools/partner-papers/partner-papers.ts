import { type Body, type Row, rowsIn, textIn } from '../../papers/templates/templates.ts'
import { evidenceOf, figureWords, originWords } from '../evidence/evidence.ts'
import { boxesOf, indicatorsOf } from '../logic-models/logic-models.ts'

/** One A4 for one partner, composed from what stands elsewhere: nothing is typed for it. */
export interface PartnerPaper {
  /** 目指す姿: the goal, then the final outcomes. */
  vision: string[]
  figures: { text: string; value: string; source: string }[]
  benefit: string
  asks: string[]
  /** Activities of the model that name this partner. */
  activities: string[]
}

const named = (text: string, partner: Row): boolean => (partner.name ?? '') !== '' && text.includes(partner.name ?? '')

/** Only what is meant for the partner: neither いまの関わり nor 気がかり is on it. */
export function partnerPaper(partner: Row, { model, causes }: { model: Body; causes: Body }): PartnerPaper {
  const boxes = boxesOf(model)
  const finals = boxes.filter((box) => box.kind === 'final' && box.text).map((box) => box.text)
  const goal = textIn(model, 'goal')
  const acts = boxes.filter(
    (box) =>
      box.kind === 'activity' && [box.text, box.who, box.whom, box.consultWith].some((text) => named(text, partner)),
  )
  return {
    vision: [...(goal ? [goal] : []), ...finals].slice(0, 3),
    figures: figuresOf(model, causes).slice(0, 3),
    benefit: partner.benefit ?? '',
    asks: [partner.ask ?? ''].filter((text) => text !== ''),
    activities: acts.map((box) => box.text),
  }
}

/** A number first from the evidence of a standing hypothesis, then from indicators that were measured. */
function figuresOf(model: Body, causes: Body): PartnerPaper['figures'] {
  const standing = new Set(
    rowsIn(causes, 'causes')
      .filter((row) => !row.withdrawn && !row.mergedInto)
      .map((row) => row.id),
  )
  const evidence = evidenceOf(causes)
    .filter((one) => one.side === 'for' && standing.has(one.cause) && figureWords(one) !== '')
    .map((one) => ({ text: one.text, value: figureWords(one), source: originWords(one) }))
  const indicators = indicatorsOf(model)
    .filter((one) => one.baseline !== '')
    .map((one) => ({
      text: one.text,
      value: `${one.baseline}${one.target ? ` → ${one.target}` : ''}`,
      source: one.source,
    }))
  return [...evidence, ...indicators]
}
