import type { Revision, Saved } from '../../papers/documents/documents.ts'
import type { OpenDraft } from '../../papers/drafts/actions.ts'
import { clock, dayOf, monthDay } from '../../platform/time.ts'
import type { PaperKind } from '../papers/papers.ts'

const at = (instant: string) => `${monthDay(dayOf(instant))} ${clock(instant)}`

/** 「第3版　10月21日 14:03（青木葵さん）」 */
export const savedWords = (last: Revision | undefined): string =>
  last
    ? `第${last.number}版　${at(last.savedAt)}（${last.personName}さん）`
    : '書いたものは自動で残ります。「保存する」を押すまで、ほかの人には見えません'

export function foundWords({ draft, base }: OpenDraft, last: Revision | undefined): string {
  const how = draft.source === 'excel' ? 'Excelから読みこんだ内容' : '書きかけの内容'
  const clash = last && base < last.number ? 'ほかの人の保存と食い違うところは、保存するときにお尋ねします。' : ''
  return `${at(draft.savedAt)}の${how}を開いています。「保存する」を押すまで、ほかの人には見えません。${clash}`
}

/** What became of the press on 「保存する」, in one sentence. */
export function noticeOf(saved: Extract<Saved, { kind: 'saved' }>, { kind }: { kind: PaperKind }, now: Date): string {
  const names = [...new Set(saved.merged.map(({ path }) => kind.words.place(path, {})))]
  const merged = names.length > 0 ? `。ほかの人が書いた「${names.slice(0, 3).join('」「')}」と合わせました` : ''
  return `保存しました ${clock(now)}（第${saved.number}版）${merged}`
}

export const behalfWords = (name: string): string => `${name}に代わって書いています。記録にもそのように残ります`

/** P6: always there, never timed. */
export const JUST_TODAY = '全部埋めなくて大丈夫です。今日はここだけ'

export const draftWords = (count: number): string =>
  `前のシート、回の記録、取組、助言、ロジックモデルから${count}か所を写せます。いま書いてある言葉は、そのまま残ります。`
