/** Charts as files. */
export const dashboardPlaces: Record<string, string> = {
  '/programmes/:programmeId/dashboard/:chart.csv :chart': 'advice',
  '/years/:chart.csv :chart': 'map',
}
