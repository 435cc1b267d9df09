import { z } from 'zod'
import { needed, oneOf, text } from '../../platform/web/forms.ts'

const words = needed('仮説を書いてください（例：退院の日を、家の人もケアマネジャーも知らない）', 10_000)

export const causeForm = z.object({ text: words, parent: text(60), issue: text(60) })

export const placeForm = z.object({ by: oneOf({ up: '上へ', down: '下へ' }, 'ボタンをもう一度押してください') })

export const startForm = z.object({ start: needed('もとにする文を一つ選んでください', 200) })
