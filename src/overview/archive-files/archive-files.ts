/** A file of a copy: where it lies in it, and what it is called on the page that leads to it. */
export interface ArchiveFile {
  path: string
  title: string
  bytes: Buffer
  /** Which paper it is the workbook of. */
  about?: string
}

/** What should have been in the copy and is not, and why. */
export interface Missing {
  title: string
  why: string
}

/** Folders of a region's copy, in the order people look for things. */
export const FOLDERS = {
  board: '支援経過',
  closing: 'まとめ',
  lists: '一覧',
  papers: 'シートと道具',
  pictures: '図',
  files: 'ファイル',
} as const
export type Folder = keyof typeof FOLDERS

export const INDEX = 'index.html'
export const BUNDLE = '記録一式.json'
export const MISSING = '欠けているもの.txt'

/** Said in the copy itself, so that nobody takes it for whole. */
export const missingText = (missing: readonly Missing[]): string =>
  [
    'この控えに入れられなかったもの',
    '',
    ...missing.map(({ title, why }) => `・${title}：${why}`),
    '',
    '伴走ノートの画面には、記録が残っています。事務局にお知らせください。',
    '',
  ].join('\r\n')
