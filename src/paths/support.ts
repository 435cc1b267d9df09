export const supportPaths = {
  meetings: (regionId: string) => `/regions/${regionId}/meetings`,
  meeting: (regionId: string, n: number | string) => `/regions/${regionId}/meetings/${n}`,
  advice: (regionId: string) => `/regions/${regionId}/advice`,
  promises: (regionId: string) => `/regions/${regionId}/promises`,
}
