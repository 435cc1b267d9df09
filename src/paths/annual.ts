export const annualPaths = {
  annualReport: (programmeId: string) => `/programmes/${programmeId}/annual-report`,
  annualReportFile: (programmeId: string, ending: 'docx' | 'pdf') =>
    `/programmes/${programmeId}/annual-report.${ending}`,
  annualReportTexts: (programmeId: string) => `/programmes/${programmeId}/annual-report/texts`,
}
