/** 配付資料 of a year's meeting: 資料1, 資料2 …, each with its versions. */
export interface Material {
  id: string
  meetingId: string
  number: number
  title: string
  createdAt: string
  createdBy: string
  removedAt: string | null
  removedBy: string | null
  /** The newest first. */
  versions: MaterialVersion[]
}

export interface MaterialVersion {
  id: string
  materialId: string
  number: number
  fileId: string
  fileName: string
  bytes: number
  note: string
  createdAt: string
  createdBy: string
}

/** 資料1　支援経過（4地域） */
export const materialName = ({ number, title }: Pick<Material, 'number' | 'title'>): string => `資料${number}　${title}`

export const isHandedOut = ({ removedAt }: Pick<Material, 'removedAt'>): boolean => removedAt === null
