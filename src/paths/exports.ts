/** What is taken away: lists as files, a region's or a year's whole record as one ZIP. */
export const exportsPaths = {
  /** Every row of the list at `page`, in the circles of who asks. */
  table: (page: string, ending: 'xlsx' | 'csv') => `${page}/table.${ending}`,
  regionArchive: (regionId: string) => `/regions/${regionId}/archive`,
  regionArchiveZip: (regionId: string, reader: string) => `/regions/${regionId}/archive.zip?reader=${reader}`,
  yearArchive: (programmeId: string) => `/programmes/${programmeId}/archive`,
}
