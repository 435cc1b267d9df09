export const organisationPaths = {
  organisations: '/organisations',
  organisation: (id: string) => `/organisations/${encodeURIComponent(id)}`,
  figures: '/figures',
  figuresCheck: '/figures/check',
}
