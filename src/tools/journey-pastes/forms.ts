import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const MODES = { add: 'いまの行のあとに足す', instead: 'いまの行と入れかえる' } as const

export const pasteForm = z.object({
  pasted: needed('Excelで選んでコピーした表を貼りつけてください', 200_000),
  mode: text(10).transform((mode): keyof typeof MODES => (mode === 'instead' ? 'instead' : 'add')),
})
