import type { Template } from './templates.ts'

/** 自治体概要: the town on one page. 「—」 says that there is no such number. */
export const profileTemplate: Template = {
  key: 'profile',
  version: 1,
  title: '自治体概要',
  sheetName: '自治体概要',
  lead: '町の姿を一枚に。支援チームが最初に読みます',
  sections: [
    {
      key: 'figures',
      title: '数字で見る町',
      lead: '分からない数字は空のまま、その数字がない町は「—」で構いません。',
      fields: [
        {
          key: 'population',
          kind: 'number',
          label: '人口',
          unit: '人',
          hint: '例：12,480。全角や「1.2万人」でも読みとります',
        },
        { key: 'agingRate65', kind: 'number', label: '高齢化率（65歳以上）', unit: '%', hint: '例：32.4' },
        { key: 'agingRate75', kind: 'number', label: '75歳以上の割合', unit: '%', hint: '例：17.8' },
        {
          key: 'careCertRate',
          kind: 'number',
          label: '要介護認定率',
          unit: '%',
          hint: '65歳以上のうち、認定を受けている人の割合',
        },
        { key: 'asOf', kind: 'short', label: 'いつの数字か', hint: '例：令和7年4月1日、令和2年国勢調査' },
        {
          key: 'source',
          kind: 'short',
          label: '数字の出どころ',
          hint: '例：住民基本台帳、介護保険事業状況報告、見える化システム',
          maxLength: 400,
        },
      ],
    },
    {
      key: 'organisation',
      title: '担当と委託先',
      fields: [
        {
          key: 'department',
          kind: 'short',
          label: '担当部署',
          hint: '例：福祉課 高齢者支援係',
          carryFrom: { kind: 'entry', path: 'department' },
        },
        {
          key: 'contractors',
          kind: 'table',
          label: '委託先',
          hint: '一行に一つ',
          columns: [
            { key: 'name', kind: 'short', label: '委託先の名前' },
            { key: 'work', kind: 'short', label: '委託している内容', maxLength: 400 },
          ],
          carryFrom: { kind: 'entry', path: 'contractors' },
        },
      ],
    },
    {
      key: 'character',
      title: '町の持ち味と困りごと',
      lead: '一行に一つ。思いついた順で大丈夫です。',
      fields: [
        {
          key: 'strengths',
          kind: 'table',
          label: '利点',
          hint: '人、場所、つながりなど、これからも活かしたいもの',
          columns: [{ key: 'text', kind: 'long', label: '利点の内容', maxLength: 400 }],
        },
        {
          key: 'issues',
          kind: 'table',
          label: '地域の課題',
          hint: '町全体の困りごと。取り組む課題は「課題」のシートで順番をつけます',
          columns: [{ key: 'text', kind: 'long', label: '課題の内容', maxLength: 400 }],
        },
      ],
    },
    {
      key: 'care',
      title: '医療・介護と事業のいま',
      fields: [
        {
          key: 'medical',
          kind: 'long',
          label: '医療の特徴',
          hint: '病院や診療所の数、訪問診療の様子、入院先は町の中か外か',
        },
        { key: 'care', kind: 'long', label: '介護の特徴', hint: '事業所や施設の様子、足りているもの・足りないもの' },
        {
          key: 'currentStatus',
          kind: 'long',
          label: '事業の現況',
          hint: '在宅医療・介護連携推進事業を、いまどう進めているか',
        },
        {
          key: 'survey',
          kind: 'table',
          label: '調べて分かっていること',
          hint: 'これまでの調査やアンケートから。数字には出どころを',
          columns: [{ key: 'text', kind: 'long', label: '分かったこと', maxLength: 1_000 }],
        },
      ],
    },
  ],
}
