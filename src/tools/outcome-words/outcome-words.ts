import { anyOf, lastClause, plain, subjectOf, trimmed } from '../sentences/sentences.ts'
import { RESIDENTS } from '../who-words/who-words.ts'

const ends = (words: readonly string[]) => new RegExp(`(?:${anyOf(words)})(?:等|など|側)?$`, 'u')
/** 「日課」「城下町」: the list's word is only the end of another one. */
const NOT_OFFICE = /(?:日課|放課|下町|港町|朝市|れた町|れた村|のある町|市場町)$/u
/** What reaches people may be said of the thing itself. */
const THINGS = /(?:サービス|取組|取り組み|計画)$/u

/** 主語が市・県・行政・事業: the words that stand in the residents' place, or null. */
export function administrativeSubject(text: string, subject: string, words: readonly string[]): string | null {
  const office = ends(words)
  const chosen = plain(subject)
  if (chosen !== '' && office.test(chosen) && !NOT_OFFICE.test(chosen)) return subject
  const said = subjectOf(text)
  if (said === null) return null
  // 「行政と医師会が」: one of several who are named together; with residents among them it is theirs too.
  const parts = said.split(/(?<!ひ)と|や(?!す|り)|・|および|及び/u).filter((part) => part !== '')
  const isOffice = (part: string) => office.test(part) && !NOT_OFFICE.test(part)
  if (!parts.some(isOffice) || (!isOffice(said) && new RegExp(`(?:${RESIDENTS})`, 'u').test(said))) return null
  if (THINGS.test(said) && new RegExp(`(?:${RESIDENTS})`, 'u').test(plain(text))) return null
  return said
}

const PROGRESS =
  '(?:体制|関係|ケア|会議)?(?:の|が|を|は|も|に|と|へ)?(?:して|しながら|し|する|できる|できて|でき|とれる|とれて|取れる|取れて|取り合える|図られ|図る|図れ|進む|進み|進ん|進め|深ま[るりっ]|深め|強ま[るりっ]|強め|強化|推進|充実|構築|整[うっい備え]|促進|向上|円滑|スムーズ|活発|活性|広が[るりっ]|密|良好|よく|良く|づくり|され|なさ|られ|れ|ている|ていく|てい|った|って|て|で|化|いる|いく|る|た|なっ|なる|行わ|より|一層|さらに|もっと|十分|日ごろから|日頃から|定着|生まれ|形成|確立|実践|支援|築|ある|こと|状態|に|や|・|。)*$'

/** 「連携が進む」 as an end in itself; 「連携により、本人が…」 goes on to what it is for. */
export function onlyMeans(text: string, words: readonly string[]): boolean {
  const last = lastClause(text)
  const means = `(?:${anyOf(words)}|情報(?:を|が)共有|顔(?:の|が)見える関係)`
  return new RegExp(`${means}${PROGRESS}`, 'u').test(trimmed(last))
}

const COUNTS =
  /(?:延べ|のべ)?(?:開催|実施|参加|受講|出席|配布|配付|発行|訪問|相談|掲載|利用|来場|再生|閲覧|アクセス)?(?:者|人|件|回|部|枚|冊|組|団体|機関|か所|箇所|カ所)?(?:回数|件数|人数|部数|枚数|冊数|数|実績|延べ|率)/gu
/** What happens to people; counting it tells how they fare. */
const EVENTS =
  /救急|搬送|入院|退院|転倒|骨折|看取|死亡|亡くな|認定|申請|受診|重度|悪化|孤立|虐待|離職|在宅復帰|復帰|卒業|選[んぶび]|戻[っるり]|でき[たるて]|知って|知る|通え|通って|通い続け|続け|減っ|増え|希望|過ごし|過ごせ|暮ら|満足|改善|維持|自立|外出|独居|者のうち|割合|訪問(?:診療|看護|介護|リハ|歯科|薬剤|入浴)|往診|算定|つなが[っるり]|話し合っ[てた](?!会)|決め[たて]|作った人|使った|使って|持って|変わ[っる]/gu
/** The share of residents who take part is about them; of those who were taught it is still our own doing. */
const TRAINING = /研修|講演|講座|セミナー|勉強会|会議|説明会|フォーラム|検討会|受講|出席/u

const lastAt = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

/** 回数・件数・参加者数 of what we do ourselves: how busy we were, not what became of people. */
export function countsOwnActivity(text: string, words: readonly string[]): boolean {
  const own = trimmed(text)
  const count = [...own.matchAll(COUNTS)].filter((m) => m[0] !== '').at(-1)
  if (!count) return false
  const upTo = own.slice(0, count.index + count[0].length)
  if (/率$/u.test(count[0]) && !TRAINING.test(upTo)) return false
  const phrase = upTo.split(/[、。]|のうち/u).at(-1) ?? upTo
  const activity = lastAt(new RegExp(anyOf(words.filter((w) => w !== '訪問')), 'gu'), phrase)
  const visits = words.includes('訪問') ? lastAt(/訪問(?!診療|看護|介護|リハ|歯科|薬剤|入浴)/gu, phrase) : -1
  return Math.max(activity, visits) > lastAt(EVENTS, phrase)
}
