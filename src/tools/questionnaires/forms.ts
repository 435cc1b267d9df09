import { z } from 'zod'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { PURPOSES } from './questionnaires.ts'

export const newForm = z.object({
  title: needed('題を書いてください（例：退院支援の勉強会アンケート）', 100),
  purpose: oneOf(PURPOSES, '何のための質問票かを選んでください'),
  from: text(60),
})
