import { isEmpty, keysIn, SCENES, textIn } from '../templates/templates.ts'
import { type Check, holdsWord, type WordLists } from './checks.ts'

/** Themes that are too wide to begin with. */
export const ENTRY_WORDS: WordLists = {
  wideThemes: ['4場面全般', '４場面', '場面全般', '全場面', 'すべての場面', '県による支援の方法', '市町村支援の方法'],
}
const WIDE_KINDS = ['all_scenes', 'prefecture_method']

const NARROWER = 'まず一つの困りごとから始めると早く進みます。いちばん困っている場面はどれですか'

/** Who takes part is asked one by one, beside the field it is about. */
const PEOPLE: Readonly<Record<string, string>> = {
  manager: '最初の回に、課長級は出られますか。決まっていなくても提出できます',
  healthCenter: '保健所に声をかけられそうですか。これからでも構いません',
  medicalStaff: '保健師や看護師など、医療職は加われますか',
  coordinator: '在宅医療・介護連携のコーディネーターは加われますか',
}

export const entryChecks: readonly Check[] = [
  {
    id: 'E1',
    strength: 'block',
    fields: ['consentOn', 'consentBy'],
    find: (_body, { consented }) =>
      consented === false
        ? '県の承諾がまだです。承諾の日付と担当者を書くか、県の担当者に承諾をお願いしてください'
        : null,
  },
  {
    id: 'E2',
    strength: 'block',
    fields: [],
    find: (_body, { deadlinePassed }) => (deadlinePassed ? '締切を過ぎています。事務局にご相談ください' : null),
  },
  {
    id: 'E3',
    strength: 'block',
    fields: ['members'],
    find: (_body, { prefectureCodes = [] }) =>
      new Set(prefectureCodes).size > 1
        ? '共同応募は、同じ都道府県の市町村どうしだけです。市町村の組み合わせを確かめてください'
        : null,
  },
  {
    id: 'E4',
    strength: 'warn',
    fields: [],
    find: (_body, { overlaps = [] }) =>
      overlaps.length ? `同じ厚生局の地域が重なります（${overlaps.join('、')}）。重ねて選ぶ理由を残してください` : null,
  },
  {
    id: 'E5',
    strength: 'warn',
    fields: [],
    find: (_body, { selectedCount, capacity }) =>
      selectedCount !== undefined && capacity !== undefined && selectedCount > capacity
        ? `募集数を超えています（選んだ地域${selectedCount}・募集${capacity}）。理由を残してください`
        : null,
  },
  {
    id: 'E6',
    strength: 'warn',
    fields: ['theme', 'supportKind'],
    find: (body, { words = ENTRY_WORDS }) =>
      WIDE_KINDS.includes(textIn(body, 'supportKind')) || holdsWord(textIn(body, 'theme'), words.wideThemes ?? [])
        ? NARROWER
        : null,
  },
  {
    id: 'E6',
    strength: 'warn',
    fields: ['scenes'],
    find: (body) => (keysIn(body, 'scenes').length >= SCENES.length ? NARROWER : null),
  },
  {
    id: 'E7',
    strength: 'ask',
    fields: ['typicalCase'],
    find: (body) => {
      if (!isEmpty(body.typicalCase)) return null
      return isEmpty(body.difficultCase)
        ? 'よくある事例を一つ書けますか。短くて構いません'
        : '困った事例のほかに、よくある事例を一つ書けますか。月に何度もある例がよい手がかりになります'
    },
  },
  ...Object.entries(PEOPLE).map(
    ([key, question]): Check => ({
      id: 'E8',
      strength: 'ask',
      fields: [key],
      find: (body) => (textIn(body, key) === 'yes' ? null : question),
    }),
  ),
]
