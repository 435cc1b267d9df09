type Number = number | string

export const supportPaths = {
  meetings: (regionId: string) => `/regions/${regionId}/meetings`,
  meetingNew: (regionId: string) => `/regions/${regionId}/meetings/new`,
  meeting: (regionId: string, n: Number) => `/regions/${regionId}/meetings/${n}`,
  meetingSchedule: (regionId: string, n: Number) => `/regions/${regionId}/meetings/${n}/schedule`,
  meetingRecord: (regionId: string, n: Number) => `/regions/${regionId}/meetings/${n}/record`,
  meetingFix: (regionId: string, n: Number) => `/regions/${regionId}/meetings/${n}/fix`,
  meetingCancellation: (regionId: string, n: Number) => `/regions/${regionId}/meetings/${n}/cancellation`,
  meetingLine: (regionId: string, n: Number, lineId: string) => `/regions/${regionId}/meetings/${n}/lines/${lineId}`,
  advice: (regionId: string) => `/regions/${regionId}/advice`,
  adviceAnswer: (regionId: string, adviceId: string) => `/regions/${regionId}/advice/${adviceId}/answer`,
  promises: (regionId: string) => `/regions/${regionId}/promises`,
  promiseOutcome: (regionId: string, promiseId: string) => `/regions/${regionId}/promises/${promiseId}/outcome`,
}
