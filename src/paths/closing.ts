export const closingPaths = {
  /** 「記録から下書きを入れる」 */
  firstDraft: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/first-draft`,
  /** できあがりの書類: what can be taken along as Word and PDF. */
  finishedPapers: (regionId: string) => `/regions/${regionId}/finished-papers`,
  finishedPaper: (regionId: string, key: string, ending: 'docx' | 'pdf') =>
    `/regions/${regionId}/finished-papers/${key}.${ending}`,
  effectResults: (regionId: string) => `/regions/${regionId}/effect`,
  effectTable: (regionId: string, key: 'answers' | 'indicators' | 'minutes') =>
    `/regions/${regionId}/effect/${key}.csv`,
}
