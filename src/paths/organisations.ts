export const organisationPaths = {
  organisations: () => '/organisations',
  organisation: (id: string) => `/organisations/${id}`,
  organisationContact: (id: string) => `/organisations/${id}/contact`,
  organisationFigures: () => '/organisations/figures',
  organisationFiguresCheck: () => '/organisations/figures/check',
}
