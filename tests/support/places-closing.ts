/** One of the finished papers of みどり町. */
export const closingPlaces: Record<string, string> = {
  '/regions/:regionId/finished-papers/:paper.docx :paper': 'closing',
  '/regions/:regionId/finished-papers/:paper.pdf :paper': 'outline',
  '/regions/:regionId/sheets/:ref/first-draft :ref': 'support_outline',
}
