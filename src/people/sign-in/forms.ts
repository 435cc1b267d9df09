import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

const email = needed('メールアドレスを書いてください', 254)

/** Typed spaces belong to a password; nothing is cut from it. */
export const secret = z.preprocess(
  (value) => (Array.isArray(value) ? value.at(-1) : (value ?? '')),
  z.string().max(1024, '1,024字以内にしてください'),
)

export const passwordForm = z.object({
  email,
  password: secret.refine(
    (value) => value !== '',
    'パスワードを書いてください。決めていないときは「メールで入る」を使えます',
  ),
  to: text(2000),
})

const mailAddress = email.refine(
  (value) => /^[^\s@<>",;:()]+@[^\s@<>",;:()]+\.[^\s@<>",;:().]+$/.test(value.normalize('NFKC')),
  'メールアドレスの形になっていません。例：aoki@town.midori.lg.jp',
)

export const mailForm = z.object({ email: mailAddress, to: text(2000) })
export { mailAddress }
