export const dashboardsPaths = {
  dashboard: (programmeId: string) => `/programmes/${programmeId}/dashboard`,
  dashboardFile: (programmeId: string, chart: string) => `/programmes/${programmeId}/dashboard/${chart}.csv`,
  years: '/years',
  /** `span` as the page was asked: 「?from=2023&to=2025」 */
  yearsFile: (chart: string, span: string) => `/years/${chart}.csv${span}`,
}
