/** Files we take, by the kind a route asks for. */
export const FILE_KINDS = {
  xlsx: { label: 'Excelブック（.xlsx）', extensions: ['xlsx'] },
  docx: { label: 'Word文書（.docx）', extensions: ['docx'] },
  pptx: { label: 'PowerPoint（.pptx）', extensions: ['pptx'] },
  pdf: { label: 'PDF', extensions: ['pdf'] },
  image: { label: '画像（PNG・JPEG）', extensions: ['png', 'jpg', 'jpeg'] },
  csv: { label: 'CSV', extensions: ['csv'] },
  json: { label: 'JSON', extensions: ['json'] },
  text: { label: 'テキスト', extensions: ['txt'] },
} as const
export type FileKind = keyof typeof FILE_KINDS
