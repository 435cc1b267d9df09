export const LINK_GONE = 'このリンクは期限が切れたか、担当が変わったため使えません。事務局にお問い合わせください'

export interface Wording {
  number: number
  text: string
  at: string
  byName: string
}
