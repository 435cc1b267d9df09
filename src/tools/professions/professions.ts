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

/** 立場 at the year's joint report meeting, where no name is asked either. */
export const STANDPOINTS = {
  town: '市町村',
  prefecture: '都道府県・保健所',
  partner: '委託先・関係団体',
  advisor: 'アドバイザー',
  wg: 'WG委員',
  ministry: '厚生労働省・厚生局',
  staff: '事務局',
  other: 'そのほか',
} as const

/** Everybody who answers a 質問票 is one of these. */
export const ANSWERERS = { ...PROFESSIONS, ...STANDPOINTS }
export type Answerer = keyof typeof ANSWERERS
export const isAnswerer = (key: string): key is Answerer => Object.hasOwn(ANSWERERS, key)

export const isProfession = (key: string): key is Profession => Object.hasOwn(PROFESSIONS, key)
