import { fill } from '../overview/fillings/actions.ts'
import { Problem } from '../platform/web/problem.ts'
import { badUsage, type Command, optionsOf, withDatabase } from './command.ts'

const numberIn = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1)
    throw new Problem('invalid', `「${text}」は1以上の数として読めません`)
  return Number(text)
}

export const fillCommand: Command = {
  usage: 'fill [--regions 17410] [--seed 1]',
  help: [
    '空のフォルダ（DATA_DIR）を、速さを測るための作りものの記録でいっぱいにします。',
    '1,741市区町村×10年度で17,410地域、1地域に8回の会議です。同じ --seed なら、中身の文はいつも同じです。',
    '人が登録されているフォルダには入れません。入れたあと、measure で測れます。',
  ].join('\n'),
  async run(args, io) {
    const { options, rest } = optionsOf(args, ['regions', 'seed'])
    if (rest.length > 0) throw badUsage(this)
    const asked = { regions: numberIn(options.regions, 17_410), seed: numberIn(options.seed, 1) }
    const began = Date.now()
    let told = 0
    const filled = await withDatabase((db) =>
      fill(db, asked, (words) => {
        if (Date.now() - told < 2000) return
        told = Date.now()
        io.out(words)
      }),
    )
    const seconds = Math.round((Date.now() - began) / 1000)
    const n = (count: number) => count.toLocaleString('ja-JP')
    io.out(
      `地域 ${n(filled.regions)}、会議 ${n(filled.meetings)}、記録の行 ${n(filled.lines)}、さがせる文 ${n(filled.texts)}（${seconds}秒）`,
    )
    return 0
  },
}
