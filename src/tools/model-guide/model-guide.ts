import { KINDS, type Kind } from '../logic-models/logic-models.ts'
import type { RowField } from '../row-forms/row-forms.ts'

export type StepKey = 'scene' | 'outcomes' | 'initial' | 'activity' | 'output'

export interface Step {
  key: StepKey
  label: string
  heading: string
  lead: string
  /** The columns it fills; several where one thinks of them together. */
  kinds: readonly Kind[]
  /** Columns to the right that a new box may be linked to, the nearest first. */
  targets: readonly Kind[]
  /** Columns to the left a new box may be put behind. */
  sources: readonly Kind[]
  fields: readonly RowField[]
}

const text = (label: string, hint: string): RowField => ({ name: 'text', label, kind: 'long', hint })
const line = (name: string, label: string, hint: string): RowField => ({ name, label, kind: 'text', hint })
const none = { targets: [], sources: [], fields: [] } as const

/** From the right: what is wished for first, what is done last. */
export const STEPS: readonly Step[] = [
  {
    ...{ key: 'scene', label: '場面', heading: 'どの場面から考えますか', kinds: [], ...none },
    lead: '一つ選ぶと、その場面でよく目ざされる姿を候補として出します。ほかの場面は、あとでまたここから始められます。',
  },
  {
    ...{
      key: 'outcomes',
      label: '最終・中間',
      heading: '住民は、どうなっていますか',
      kinds: ['final', 'intermediate'],
    },
    ...{ targets: ['final'], sources: [] },
    lead: '合う候補に印をつけて足します。言葉は、あとで箱ごとにこの町の言葉に直せます。候補にないものは、下で書きます。',
    fields: [
      { name: 'kind', label: '列', kind: 'select', options: { intermediate: KINDS.intermediate, final: KINDS.final } },
      text('この町の言葉', '「住民が〜している」の形で'),
      line('subject', '主語', '例：住民、家族'),
    ],
  },
  {
    ...{ key: 'initial', label: '初期', heading: '中間の姿の前に、だれの何が変わりますか', kinds: ['initial'] },
    ...{ targets: ['intermediate', 'final'], sources: [] },
    lead: '「誰が、何を見て、いつ」確かめられるかまで書くと、できたかどうかが町で分かります。',
    fields: [
      text('初期アウトカムの文', '「ケアマネジャーが、退院の日を前の日までに知っている」のように'),
      line('subject', '主語', '例：ケアマネジャー、病院の相談員'),
      line('watchWho', '確かめる人（誰が）', '例：町の窓口の職員'),
      line('watchWhat', '何を見て', '例：退院の知らせの記録票'),
      line('watchWhen', 'いつ', '例：毎月の末'),
    ],
  },
  {
    ...{ key: 'activity', label: 'アクティビティ', heading: 'そうなるために、だれが何をしますか', kinds: ['activity'] },
    ...{ targets: ['initial', 'intermediate'], sources: [] },
    lead: '一つの箱に、一つのこと。いくつもの初期アウトカムに効くものは、つなぐ先を二つ以上選べます。',
    fields: [
      text('アクティビティの文', '誰が、誰に、何をするか'),
      line('who', '誰が', '例：町の保健師'),
      line('whom', '誰に', '例：病院の相談員'),
      line('what', '何を', '例：退院の知らせの受け口を伝える'),
      line('when', 'いつ', '例：令和8年1月から'),
    ],
  },
  {
    ...{ key: 'output', label: 'アウトプット', heading: 'それをどれだけ行いますか', kinds: ['output'] },
    ...{ targets: ['initial', 'intermediate'], sources: ['activity'] },
    lead: '行った量が分かる言葉で。アクティビティと初期アウトカムの間に入ります。',
    fields: [text('アウトプットの文', '例：病院4か所を訪ねる')],
  },
]

export const stepNamed = (key: string): Step => STEPS.find((step) => step.key === key) ?? (STEPS[0] as Step)

export const nextOf = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) + 1]
