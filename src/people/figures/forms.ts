import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'
import { readDay } from './checks.ts'

export const MAX_CHARACTERS = 400_000

/** For columns the file does not have. */
const otherwise = {
  asOf: needed('数字がいつのものか、基準日を書いてください', 40)
    .refine((value) => readDay(value) !== null, 'この日付はありません（例：令和7年1月1日）')
    .transform((value) => readDay(value) ?? ''),
  source: needed('数字の出典を書いてください（例：令和7年1月1日 住民基本台帳）', 200),
}

export const checkForm = z.object(otherwise)

/** The checked file comes back as text: nothing is kept on the server until somebody says 「取り込む」. */
export const takeForm = z.object({ ...otherwise, csv: text(MAX_CHARACTERS) })
