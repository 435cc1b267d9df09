import type { Row } from '../../papers/templates/templates.ts'
import { missingParts, vagueEnding } from '../activity-words/activity-words.ts'
import { type Check, cell, saysNothing, short, wordsFor } from '../checks/checks.ts'
import { check, eachBox, FAR, isActivity, type Model, says, textOf } from '../model-spots/model-spots.ts'
import { isOutcome } from '../model-ties/model-ties.ts'
import { administrativeSubject, onlyMeans } from '../outcome-words/outcome-words.ts'

function procedure(box: Row, { facts }: Model): string | null {
  if (!says(box)) return null
  const vague = vagueEnding(textOf(box), wordsFor(facts, 'vagueEndings'))
  const missing = missingParts(box)
  if (vague === null && missing.length === 0) return null
  const ask = '手順書として読めますか。窓口で最初に何と言いますか'
  const wanted = missing.length ? `「${missing.join('」「')}」が書いてあると、ほかの人もそのまま動けます` : ''
  return [ask, vague === null ? '' : `「${vague}」の中身を、する人とすることに言いかえると？`, wanted]
    .filter(Boolean)
    .join('。')
}

const unsettled = (box: Row): boolean =>
  (!saysNothing(cell(box, 'consultWith')) || /※\s*要相談/u.test(textOf(box))) && cell(box, 'consulted') !== 'yes'

/** What one box says, and what is still open about it. */
export const boxChecks: readonly Check[] = [
  check('L1', 'A', eachBox(isActivity, procedure)),
  check(
    'L3',
    'W',
    eachBox(isOutcome, (box, { facts }) => {
      const said = administrativeSubject(textOf(box), cell(box, 'subject'), wordsFor(facts, 'administrativeSubjects'))
      return says(box) && said !== null
        ? `いまの主語は「${short(said, 16)}」です。主語は住民にできますか。住民は、何ができるようになっていますか`
        : null
    }),
  ),
  check(
    'L8',
    'A',
    eachBox(
      (box) => FAR.some((kind) => kind === cell(box, 'kind')) && says(box),
      (box, { facts }) =>
        onlyMeans(textOf(box), wordsFor(facts, 'meansWords'))
          ? '連携は手段です。その先で、住民はどうなっていますか'
          : null,
    ),
  ),
  check(
    'L9',
    'W',
    eachBox(unsettled, (box) => `${cell(box, 'consultWith') || '相談先'}との話は済みましたか`),
  ),
  check(
    'L13',
    'A',
    eachBox(
      (box) => isActivity(box) && cell(box, 'status') === 'done' && saysNothing(cell(box, 'evaluation')),
      () => 'やってみて、どうでしたか。一言あると、次の手が決めやすくなります',
    ),
  ),
]
