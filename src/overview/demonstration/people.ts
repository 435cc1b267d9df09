import type { Role } from '../../access/actor.ts'

export interface DemoPerson {
  name: string
  kana: string
  email: string
  role: Role
  organisationId: string
  section: string
  title: string
  /** Holds for the main programme (WG members, observers) or only for regions the story names (advisors, partners). */
  bound?: 'programme' | 'region'
  isAdministrator?: true
}

const of = (role: Role, organisationId: string, person: Omit<DemoPerson, 'role' | 'organisationId'>): DemoPerson => ({
  role,
  organisationId,
  ...person,
})

/** All invented: no such people, no such towns. */
export const people = {
  mika: of('secretariat', 'org-banso', {
    ...{ name: '森野 美香', kana: 'もりの みか', email: 'mika@banso.example', isAdministrator: true },
    ...{ section: '在宅医療・介護連携担当', title: '主任' },
  }),
  shun: of('secretariat', 'org-banso', {
    ...{ name: '早瀬 俊', kana: 'はやせ しゅん', email: 'shun@banso.example' },
    ...{ section: '在宅医療・介護連携担当', title: '担当' },
  }),
  ken: of('advisor', 'org-banso', {
    ...{ name: '岡田 健', kana: 'おかだ けん', email: 'ken@advisor.example', bound: 'region' },
    ...{ section: '支援チーム', title: 'アドバイザー（在宅医療）' },
  }),
  yui: of('advisor', 'org-banso', {
    ...{ name: '水谷 結衣', kana: 'みずたに ゆい', email: 'yui@advisor.example', bound: 'region' },
    ...{ section: '支援チーム', title: 'アドバイザー（地域包括ケア）' },
  }),
  aoi: of('municipality', 'org-913413', {
    ...{ name: '青木 葵', kana: 'あおき あおい', email: 'aoi@midori.example' },
    ...{ section: '福祉課 高齢者支援係', title: '主査' },
  }),
  daichi: of('municipality', 'org-913413', {
    ...{ name: '大地 誠', kana: 'おおち まこと', email: 'daichi@midori.example' },
    ...{ section: '福祉課', title: '課長' },
  }),
  nagi: of('municipality', 'org-942057', {
    ...{ name: '凪 さやか', kana: 'なぎ さやか', email: 'nagi@suzukaze.example' },
    ...{ section: '長寿支援課 地域包括ケア係', title: '係長' },
  }),
  kaede: of('municipality', 'org-934011', {
    ...{ name: '楓 ゆきの', kana: 'かえで ゆきの', email: 'kaede@yamakage.example' },
    ...{ section: '健康福祉課', title: '保健師' },
  }),
  tetsu: of('municipality', 'org-934020', {
    ...{ name: '川辺 哲', kana: 'かわべ てつ', email: 'tetsu@kawano.example' },
    ...{ section: '住民福祉課', title: '主事' },
  }),
  hibiki: of('municipality', 'org-924628', {
    ...{ name: '麦野 響', kana: 'むぎの ひびき', email: 'hibiki@hibari.example' },
    ...{ section: '住民課 福祉係', title: '主任' },
  }),
  rin: of('municipality', 'org-913421', {
    ...{ name: '花園 凛', kana: 'はなぞの りん', email: 'rin@hanazono.example' },
    ...{ section: '介護福祉課', title: '主事' },
  }),
  nami: of('municipality', 'org-943819', {
    ...{ name: '港 なみ', kana: 'みなと なみ', email: 'nami@minato.example' },
    ...{ section: '保健福祉課', title: '保健師' },
  }),
  mori: of('municipality', 'org-922030', {
    ...{ name: '杜 直樹', kana: 'もり なおき', email: 'mori@morinaka.example' },
    ...{ section: '高齢福祉課', title: '主査' },
  }),
  sumire: of('municipality', 'org-923613', {
    ...{ name: '空木 すみれ', kana: 'うつぎ すみれ', email: 'sumire@sora.example' },
    ...{ section: '福祉課', title: '保健師' },
  }),
  yuki: of('municipality', 'org-924211', {
    ...{ name: '雪野 由紀', kana: 'ゆきの ゆき', email: 'yuki@yukimi.example' },
    ...{ section: '住民課', title: '主任' },
  }),
  ren: of('prefecture', 'org-910007', {
    ...{ name: '蓮見 廉', kana: 'はすみ れん', email: 'ren@pref-91.example' },
    ...{ section: '長寿社会課', title: '主査' },
  }),
  hoku: of('prefecture', 'org-920002', {
    ...{ name: '北 あかり', kana: 'きた あかり', email: 'hoku@pref-92.example' },
    ...{ section: '地域医療課', title: '主任' },
  }),
  shira: of('prefecture', 'org-930008', {
    ...{ name: '白石 峰子', kana: 'しらいし みねこ', email: 'shira@pref-93.example' },
    ...{ section: '高齢者支援課', title: '課長補佐' },
  }),
  minami: of('prefecture', 'org-940003', {
    ...{ name: '南 陽介', kana: 'みなみ ようすけ', email: 'minami@pref-94.example' },
    ...{ section: '長寿政策課', title: '主査' },
  }),
  saki: of('prefecture', 'org-higashihama-hokenjo', {
    ...{ name: '咲田 早紀', kana: 'さきた さき', email: 'saki@pref-91.example', bound: 'region' },
    ...{ section: '地域保健課', title: '保健師' },
  }),
  sora: of('partner', 'org-midori-ishikai', {
    ...{ name: '空野 そら', kana: 'そらの そら', email: 'sora@midori-ishikai.example', bound: 'region' },
    ...{ section: '在宅医療相談窓口', title: 'コーディネーター' },
  }),
  haru: of('wg_member', 'org-banso', {
    ...{ name: '春山 遥', kana: 'はるやま はるか', email: 'haru@wg.example', bound: 'programme' },
    ...{ section: '連携支援WG', title: '委員' },
  }),
  tomo: of('observer', 'org-mhlw', {
    ...{ name: '友井 智', kana: 'ともい とも', email: 'tomo@observer.example', bound: 'programme' },
    ...{ section: '', title: '担当' },
  }),
} satisfies Record<string, DemoPerson>

export type PersonKey = keyof typeof people

/** Printed at the start: one sign-in per role. */
export const SHOWN: readonly PersonKey[] = ['mika', 'ken', 'aoi', 'sora', 'ren', 'haru', 'tomo']
