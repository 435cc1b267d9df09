type Number = number | string

export const packsPaths = {
  tasks: '/tasks',
  task: (id: string) => `/tasks/${id}`,
  taskAgain: (id: string) => `/tasks/${id}/again`,
  taskFile: (id: string, fileId: string) => `/tasks/${id}/files/${fileId}`,
  packs: (programmeId: string) => `/programmes/${programmeId}/packs`,
  pack: (programmeId: string, n: Number) => `/programmes/${programmeId}/packs/${n}`,
  packMaking: (programmeId: string, n: Number) => `/programmes/${programmeId}/packs/${n}/making`,
  packMaterial: (programmeId: string, n: Number) => `/programmes/${programmeId}/packs/${n}/material`,
}
