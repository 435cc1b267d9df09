type Number = number | string

export const packsPaths = {
  tasks: '/tasks',
  task: (id: string) => `/tasks/${id}`,
  taskAgain: (id: string) => `/tasks/${id}/again`,
  taskFile: (id: string, fileId: string) => `/tasks/${id}/files/${fileId}`,
  leaflets: (programmeId: string) => `/programmes/${programmeId}/leaflets`,
  /** A tool's or leaflet's versions with what reviewers say of them. */
  fileReview: (programmeId: string, toolId: string) => `/programmes/${programmeId}/file-reviews/${toolId}`,
  fileReviewVersion: (programmeId: string, toolId: string, number: Number) =>
    `/programmes/${programmeId}/file-reviews/${toolId}/versions/${number}`,
  fileComments: (programmeId: string, toolId: string) => `/programmes/${programmeId}/file-reviews/${toolId}/comments`,
  fileComment: (programmeId: string, toolId: string, commentId: string) =>
    `/programmes/${programmeId}/file-reviews/${toolId}/comments/${commentId}`,
  packs: (programmeId: string) => `/programmes/${programmeId}/packs`,
  pack: (programmeId: string, n: Number) => `/programmes/${programmeId}/packs/${n}`,
  packMaking: (programmeId: string, n: Number) => `/programmes/${programmeId}/packs/${n}/making`,
  packMaterial: (programmeId: string, n: Number) => `/programmes/${programmeId}/packs/${n}/material`,
}
