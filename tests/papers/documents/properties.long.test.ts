import { expect } from 'chai'
import { applied, diffOf, pruned } from '../../../src/papers/documents/body.ts'
import { merge } from '../../../src/papers/documents/diff.ts'
import { type Body, type Row, rowsIn } from '../../../src/papers/templates/templates.ts'
import { dice } from '../../support/dice.ts'

type Roll = ReturnType<typeof dice>

const WORDS = ['退院の前に訪ねる', '知らせの様式', '卒業の見通し', '', '薬の手帳', '𠮷野の🏥', '窓口で聞く']
const KEYS = ['goal', 'now', 'why', 'note']
const word = (roll: Roll) => WORDS[roll(WORDS.length)] ?? ''

const row = (roll: Roll, id: string): Row => ({ id, text: `${id} ${word(roll)}`, subject: word(roll), who: word(roll) })

const bodyFrom = (roll: Roll): Body => ({
  ...Object.fromEntries(KEYS.map((key) => [key, word(roll)])),
  scenes: ['daily', 'discharge', 'dementia'].filter(() => roll(2) === 1),
  boxes: Array.from({ length: roll(7) }, (_, n) => row(roll, `b${n}`)),
})

/** One to six random deeds: fields, boxes edited, added, removed, moved. */
function edited(roll: Roll, body: Body, mark: string): Body {
  let next = structuredClone(body)
  for (let n = roll(6) + 1; n > 0; n--) next = oneDeed(roll, next, `${mark}${n}`)
  return next
}

function oneDeed(roll: Roll, body: Body, id: string): Body {
  const boxes = rowsIn(body, 'boxes')
  const at = boxes.length > 0 ? roll(boxes.length) : -1
  const deed = roll(5)
  if (deed === 0) return { ...body, [KEYS[roll(KEYS.length)] ?? 'goal']: `${word(roll)}${id}` }
  if (deed === 1) return { ...body, boxes: [...boxes, row(roll, id)] }
  if (deed === 2 && at >= 0) return { ...body, boxes: boxes.filter((_, n) => n !== at) }
  if (deed === 3 && at >= 0) return { ...body, boxes: [...boxes.slice(at), ...boxes.slice(0, at)] }
  return { ...body, boxes: boxes.map((box, n) => (n === at ? { ...box, text: `${word(roll)}${id}` } : box)) }
}

describe('any two bodies', () => {
  it('differ by changes that lead from one to the other (600 pairs)', () => {
    for (let seed = 0; seed < 600; seed++) {
      const roll = dice(seed)
      const [before, after] = [bodyFrom(roll), roll(2) ? bodyFrom(roll) : edited(roll, bodyFrom(dice(seed)), 'x')]
      expect(applied(before, diffOf(before, after)), `seed ${seed}`).to.deep.equal(pruned(after))
    }
  })
})

describe('two people at once, whatever they did', () => {
  it('nothing that only one of them changed is dropped (600 meetings)', () => {
    for (let seed = 0; seed < 600; seed++) {
      const roll = dice(seed)
      const base = bodyFrom(roll)
      const [theirs, mine] = [edited(roll, base, 't'), edited(roll, base, 'm')]
      const { body, clashes } = merge({ base, theirs, mine })
      const asked = new Set(clashes.map((clash) => clash.path))
      const open = (path: string) => ![...asked].some((one) => path === one || path.startsWith(`${one}/`))
      const others = new Map(diffOf(base, theirs).map((change) => [change.path, change]))
      for (const change of diffOf(base, mine).filter((c) => !c.path.startsWith('order:') && open(c.path))) {
        if (touches(others, change.path)) continue
        const now = diffOf(base, body).find((one) => one.path === change.path)
        expect(now?.after ?? null, `seed ${seed} ${change.path}`).to.deep.equal(change.after)
      }
    }
  })

  it('either order of saving ends with the same words where nothing clashed', () => {
    for (let seed = 0; seed < 400; seed++) {
      const roll = dice(seed)
      const base = bodyFrom(roll)
      const [one, two] = [edited(roll, base, 'a'), edited(roll, base, 'b')]
      const [first, second] = [merge({ base, theirs: one, mine: two }), merge({ base, theirs: two, mine: one })]
      if (first.clashes.length > 0) continue
      const plain = (body: Body) => rowsIn(body, 'boxes').toSorted((x, y) => x.id.localeCompare(y.id))
      expect(plain(first.body), `seed ${seed}`).to.deep.equal(plain(second.body))
      for (const key of KEYS) expect(first.body[key], `seed ${seed} ${key}`).to.equal(second.body[key])
    }
  })
})

/** The other side changed this very place, or the row around it. */
const touches = (changes: ReadonlyMap<string, unknown>, path: string): boolean =>
  [...changes.keys()].some((other) => other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`))
