import { regionIdOfCase } from '../overview/bundle/store.ts'
import { Problem } from '../platform/web/problem.ts'
import { percentOf } from '../tools/carried-shares/carried-shares.ts'
import { type Found, shareCarried } from '../tools/carried-shares/store.ts'
import { askDatabase, badUsage, type Command, withDatabase } from './command.ts'

export const carriedCommand: Command = {
  usage: 'carried CASE',
  help: [
    'まとめの文のうち、前に書いたものや記録に元があるものの割合を示します。',
    '写した文と、写してはいないが同じことが書かれている文を、分けて数えます。',
    'CASE は地域の番号（例：3）か、取り込んだ記録の id（例：r7-ginan）です。',
  ].join('\n'),
  async run(args, io) {
    const [given] = args
    if (!given || args.length !== 1) throw badUsage(this)
    askDatabase()
    const found = await withDatabase(async (db) => {
      const regionId = await regionIdOfCase(db, given)
      if (!regionId) throw new Problem('not_found', `「${given}」という番号・idの地域はありません`)
      return shareCarried(db, regionId)
    })
    for (const line of saidOf(found)) io.out(line)
    return 0
  },
}

const SHORT = 40
const short = (text: string) => ([...text].length > SHORT ? `${[...text].slice(0, SHORT).join('')}…` : text)

/** First the share that stood somewhere before; then how each came, so that nobody takes a likeness for a copy. */
function saidOf({ share, told }: Found): string[] {
  const { texts, ways } = share
  if (texts === 0) return ['まとめには、まだ文がありません']
  const copied = ways.carried + ways.reworded
  const from = told.filter(({ place }) => place !== '')
  const anew = told.filter(({ place }) => place === '')
  const known = copied + from.length
  return [
    `まとめの文 ${texts}、前に書いたものや記録に元があるもの ${known}（${percentOf(known, texts)}%）`,
    `　写したもの ${copied}（写したまま ${ways.carried}、写してから直した ${ways.reworded}）`,
    `　写してはいないが、記録などに同じことがあるもの ${from.length}`,
    ...from.map(({ text, place, said }) => `　　「${short(text)}」← ${place}「${short(said)}」`),
    `　新しく書いたもの ${anew.length}`,
    ...anew.map(({ text }) => `　　「${short(text)}」`),
  ]
}
