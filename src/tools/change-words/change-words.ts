/** Words of something that has come about: done, begun, grown, understood, counted. */
const CAME_ABOUT =
  /でき(?:た|て(?:き|い))|できるように|になっ|くなっ|[うくぐすつぬむぶる]ように|増え|減っ|減少|増加|改善|届(?:い|き)|始(?:まっ|めた|めて)|はじめ(?:た|て)|動き出|定まっ|決まっ|まとまっ|見え(?:た|て|るように)|分かった|わかった|気づ(?:い|き)|進んだ|進んで|深まっ|広が|変わっ|つながっ|つながった|加わ(?:っ|り)|実感|理解|書き上|描(?:い|き)直?し?た|並べた|整理(?:でき|した)|検討できた|見通し|道も見え|声があ|[0-9０-９]+(?:件|人|回|か所|割|[%％])(?:だった|に|が届|届)|改め(?:た|られた)|広げ(?:た|る道)|推薦した|合意/u

/** What is wished, feared or still open is no change yet. */
const NOT_YET =
  /予定|つもり|したい|なりたい|てほしい|必要(?:が|だ|だと)|要る$|できない|できず|分からない|わからない|思いつか|持てない|難しい|重い|困って|まだ|未定|検討する|考える(?:。|$)|考え始め|疑い始め|確かめた$|方向を考えた|欠かせない/u

const sentencesOf = (text: string): string[] => text.split(/[。\n]/u).filter((part) => part.trim() !== '')

/** Whether a line of a record tells of something that has changed. A first guess: the person keeps or removes it. */
export const speaksOfChange = (text: string): boolean =>
  sentencesOf(text).some((sentence) => CAME_ABOUT.test(sentence) && !NOT_YET.test(sentence))
