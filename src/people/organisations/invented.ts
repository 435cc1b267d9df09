import type { Db } from '../../platform/db/db.ts'
import type { NewOrganisation } from './organisations.ts'
import { addOrganisation, organisationsByIds } from './store.ts'

const SOURCE = '見本のための架空の数字'

type Town = [
  code: string,
  name: string,
  domain: string,
  kana: string,
  population: number,
  aged: number,
  depopulated: 0 | 1,
  mountainous: 0 | 1,
]

const PREFECTURES = [
  { code: '910007', name: '東浜県', kana: 'ひがしはまけん', bureauCode: 'tokai-hokuriku' },
  { code: '920002', name: '北森県', kana: 'きたもりけん', bureauCode: 'tohoku' },
  { code: '930008', name: '白嶺県', kana: 'しらみねけん', bureauCode: 'kinki' },
  { code: '940003', name: '南原県', kana: 'みなみはらけん', bureauCode: 'kyushu' },
] as const

const TOWNS: Town[] = [
  ['913413', 'みどり町', 'midori', 'みどりちょう', 18_420, 5_930, 0, 1],
  ['913421', 'はなぞの町', 'hanazono', 'はなぞのちょう', 24_150, 6_640, 0, 0],
  ['922030', 'もりなか市', 'morinaka', 'もりなかし', 52_300, 17_210, 0, 1],
  ['923613', 'そらの町', 'sora', 'そらのまち', 11_870, 4_490, 1, 1],
  ['924211', 'ゆきみ村', 'yukimi', 'ゆきみむら', 4_060, 1_840, 1, 1],
  ['924628', 'ひばり村', 'hibari', 'ひばりむら', 2_980, 1_410, 1, 1],
  ['934011', 'やまかげ町', 'yamakage', 'やまかげちょう', 8_760, 3_610, 1, 1],
  ['934020', 'かわの村', 'kawano', 'かわのむら', 3_240, 1_500, 1, 1],
  ['942057', 'すずかぜ市', 'suzukaze', 'すずかぜし', 143_600, 39_800, 0, 0],
  ['943819', 'みなと町', 'minato', 'みなとまち', 12_350, 4_640, 1, 0],
]

const prefectures: NewOrganisation[] = PREFECTURES.map((p) => ({
  ...p,
  kind: 'prefecture',
  prefectureCode: p.code.slice(0, 2),
  isInvented: 1,
  mailDomain: `pref-${p.code.slice(0, 2)}.example`,
}))

const towns: NewOrganisation[] = TOWNS.map(
  ([code, name, domain, kana, population, populationAged65, isDepopulated, isMountainous]) => ({
    kind: 'municipality',
    mailDomain: `${domain}.example`,
    code,
    name,
    kana,
    population,
    populationAged65,
    isDepopulated,
    isMountainous,
    isInvented: 1,
    agingRate: Math.round((populationAged65 / population) * 1000) / 10,
    prefectureCode: code.slice(0, 2),
    bureauCode: PREFECTURES.find((p) => p.code.startsWith(code.slice(0, 2)))?.bureauCode ?? null,
    figuresAsOf: '2025-01-01',
    figuresSource: SOURCE,
  }),
)

const inHigashihama = { prefectureCode: '91', bureauCode: 'tokai-hokuriku', isInvented: 1 } as const

/** Prefectures first: others name them as parents. */
export const inventedOrganisations: readonly NewOrganisation[] = [
  ...prefectures,
  ...towns,
  {
    ...inHigashihama,
    id: 'org-higashihama-hokenjo',
    kind: 'health_center',
    name: '東浜保健所',
    kana: 'ひがしはまほけんじょ',
    parentOrganisationId: 'org-910007',
    section: '地域保健課',
    mailbox: 'hokenjo@pref-91.example',
  },
  {
    ...inHigashihama,
    id: 'org-midori-ishikai',
    kind: 'association',
    name: 'みどり医師会',
    kana: 'みどりいしかい',
    mailbox: 'zaitaku@midori-ishikai.example',
  },
  {
    id: 'org-banso',
    kind: 'secretariat',
    name: '伴走支援事務局',
    kana: 'ばんそうしえんじむきょく',
    isInvented: 1,
    section: '在宅医療・介護連携担当',
    mailbox: 'banso@jimukyoku.example',
    telephone: '00-0000-0000',
  },
]

/** Adds what is not there yet, so that starting the demonstration again doubles nothing. */
export async function addInventedOrganisations(
  db: Db,
  rows: readonly NewOrganisation[] = inventedOrganisations,
  now = new Date(),
) {
  const idOf = (row: NewOrganisation) => row.id ?? `org-${row.code}`
  const there = new Set((await organisationsByIds(db, rows.map(idOf))).map((row) => row.id))
  for (const row of rows) if (!there.has(idOf(row))) await addOrganisation(db, { ...row, id: idOf(row) }, now)
}
