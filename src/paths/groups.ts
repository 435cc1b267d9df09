const year = (id: string) => `/programmes/${id}`
const meeting = (id: string, n: number) => `/programmes/${id}/meetings/${n}`
const group = (id: string, bodyId: string) => `${year(id)}/groups/${bodyId}`
const reviews = (id: string, n: number) => `${meeting(id, n)}/reviews`

/** Bodies of a year, what they read before a meeting, and what they said. */
export const groupsPaths = {
  groups: (id: string) => `${year(id)}/groups`,
  group,
  groupRoster: (id: string, bodyId: string) => `${group(id, bodyId)}/roster`,
  groupRosterFile: (id: string, bodyId: string, ending: 'docx' | 'pdf') => `${group(id, bodyId)}/roster.${ending}`,
  seatNew: (id: string, bodyId: string) => `${group(id, bodyId)}/seats/new`,
  seat: (id: string, bodyId: string, seatId: string) => `${group(id, bodyId)}/seats/${seatId}`,
  seatEnd: (id: string, bodyId: string, seatId: string) => `${group(id, bodyId)}/seats/${seatId}/end`,
  yearMeetingBody: (id: string, n: number) => `${meeting(id, n)}/body`,
  yearAgenda: (id: string, n: number) => `${meeting(id, n)}/agenda`,
  yearMaterials: (id: string, n: number) => `${meeting(id, n)}/materials`,
  yearMaterial: (id: string, n: number, materialId: string) => `${meeting(id, n)}/materials/${materialId}`,
  yearMaterialRemoval: (id: string, n: number, materialId: string) =>
    `${meeting(id, n)}/materials/${materialId}/removal`,
  yearMaterialFile: (id: string, n: number, at: { materialId: string; version: number }) =>
    `${meeting(id, n)}/materials/${at.materialId}/versions/${at.version}`,
  reviews,
  reviewLetters: (id: string, n: number) => `${reviews(id, n)}/letters`,
  review: (id: string, n: number, regionId: string) => `${reviews(id, n)}/${regionId}`,
  reviewOpinions: (id: string, n: number, regionId: string) => `${reviews(id, n)}/${regionId}/opinions`,
  reviewUnread: (id: string, n: number, regionId: string) => `${reviews(id, n)}/${regionId}/unread`,
  reviewModel: (id: string, n: number, regionId: string) => `${reviews(id, n)}/${regionId}/model`,
  wgOpinions: (id: string) => `${year(id)}/opinions`,
  wgOpinionNew: (id: string) => `${year(id)}/opinions/new`,
  wgOpinionLetters: (id: string) => `${year(id)}/opinions/letters`,
  wgOpinionPaper: (id: string) => `${year(id)}/opinions/paper`,
  wgOpinionPaperFile: (id: string, ending: 'docx' | 'pdf') => `${year(id)}/opinions/paper.${ending}`,
  wgOpinion: (id: string, opinionId: string) => `${year(id)}/opinions/${opinionId}`,
  wgOpinionAnswers: (id: string, opinionId: string) => `${year(id)}/opinions/${opinionId}/answers`,
  wgOpinionPassing: (id: string, opinionId: string) => `${year(id)}/opinions/${opinionId}/passing`,
  wgOpinionWithdrawal: (id: string, opinionId: string) => `${year(id)}/opinions/${opinionId}/withdrawal`,
  passedOpinions: (regionId: string) => `/regions/${regionId}/wg-opinions`,
}
