export const bundlePaths = {
  bundles: '/bundles',
  bundleCheck: '/bundles/check',
  /** An uploaded file before it is taken in. */
  bundleFile: (fileId: string, into: string) => `/bundles/${fileId}${into ? `?into=${encodeURIComponent(into)}` : ''}`,
  bundleImport: (fileId: string) => `/bundles/${fileId}`,
  desk: (regionId: string, n: number | string) => `/regions/${regionId}/meetings/${n}/desk`,
  meetingGuide: (regionId: string, n: number | string) => `/regions/${regionId}/meetings/${n}/guide`,
  regionBundle: (regionId: string) => `/regions/${regionId}/bundle`,
}
