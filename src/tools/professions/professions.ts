/** 職種, as they are asked for where no name is: those who meet around one person at home, and the person's own side. */
export const PROFESSIONS = {
  doctor: '医師',
  dentist: '歯科医師',
  pharmacist: '薬剤師',
  hospital_nurse: '看護師（病院・診療所）',
  home_nurse: '訪問看護師',
  health_nurse: '保健師',
  therapist: 'リハビリ職',
  care_manager: 'ケアマネジャー',
  care_worker: '介護職',
  social_worker: '医療ソーシャルワーカー・退院支援',
  support_centre: '地域包括支援センター',
  nutrition: '管理栄養士・歯科衛生士',
  office: '行政の職員',
  resident: '住民・家族',
  other: 'そのほか',
} as const
export type Profession = keyof typeof PROFESSIONS

export const isProfession = (key: string): key is Profession => Object.hasOwn(PROFESSIONS, key)
