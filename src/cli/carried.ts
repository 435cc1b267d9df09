import { regionIdOfCase } from '../overview/bundle/store.ts'
import { Problem } from '../platform/web/problem.ts'
import { percentOf } from '../tools/carried-shares/carried-shares.ts'
import { type Found, shareCarried } from '../tools/carried-shares/store.ts'
import { askDatabase, badUsage, type Command, withDatabase } from './command.ts'

export const carriedCommand: Command = {
  usage: 'carried CASE',
  help: [
    'まとめの文のうち、前に書いたもの・記録から写された割合を示します。',
    '写していない文は、記録などに同じことがあるかも確かめます。',
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

function saidOf({ share, told }: Found): string[] {
  const { texts, ways } = share
  if (texts === 0) return ['まとめには、まだ文がありません']
  const copied = ways.carried + ways.reworded
  const from = told.filter(({ place }) => place !== '')
  const anew = told.filter(({ place }) => place === '')
  return [
    `まとめの文 ${texts}、写されたもの ${copied}（${percentOf(copied, texts)}%）`,
    ...(copied > 0 ? [`　写したまま ${ways.carried}、写してから直した ${ways.reworded}`] : []),
    ...(from.length > 0
      ? [
          `　写してはいないが、記録などに同じことがあるもの ${from.length}。合わせて ${percentOf(copied + from.length, texts)}%`,
          ...from.map(({ text, place, said }) => `　　「${short(text)}」← ${place}「${short(said)}」`),
        ]
      : []),
    ...(anew.length > 0
      ? [`　新しく書いたもの ${anew.length}`, ...anew.map(({ text }) => `　　「${short(text)}」`)]
      : []),
  ]
}
