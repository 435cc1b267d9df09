import { type Option, SCENES, type Template } from './templates.ts'

const LEVELS: readonly Option[] = [
  { key: '3', label: '3 高い' },
  { key: '2', label: '2 ふつう' },
  { key: '1', label: '1 低い' },
]
const EASE: readonly Option[] = [
  { key: '3', label: '3 すぐ始められる' },
  { key: '2', label: '2 準備がいる' },
  { key: '1', label: '1 むずかしい' },
]
const CONTACT_STATES: readonly Option[] = [
  { key: 'regular', label: '定期的に話している' },
  { key: 'sometimes', label: '必要なときに連絡する' },
  { key: 'not_yet', label: 'これから' },
  { key: 'none', label: '地域にない' },
]
const PROGRESS_STATES: readonly Option[] = [
  { key: 'done', label: 'できている' },
  { key: 'doing', label: '進めている' },
  { key: 'not_yet', label: 'これから' },
  { key: 'unknown', label: '分からない' },
]

/** The entry sheet, first version. Keys are permanent: checks, carry-over and the selection table name them. */
export const entryTemplate: Template = {
  key: 'entry',
  version: 1,
  title: 'エントリーシート',
  sheetName: 'エントリー',
  sections: [
    {
      key: 'why',
      title: '応募理由と希望',
      lead: '順番はありません。書けるところからどうぞ。',
      fields: [
        {
          key: 'reason',
          kind: 'long',
          label: '応募理由',
          hint: '最近あった出来事から書くと伝わります。なぜ今なのかも一言お願いします',
          needed: true,
          ask: '応募の理由を書いてください',
        },
        {
          key: 'hopes',
          kind: 'long',
          label: '抱える課題と希望する支援',
          hint: 'うまくいっていないことと、一緒に考えてほしいこと',
          needed: true,
          ask: '抱える課題と希望する支援を書いてください',
        },
        {
          key: 'supportKind',
          kind: 'choice',
          label: '支援の種類',
          hint: '近いものを一つ。あとから変えられます',
          options: [
            { key: 'scene', label: '特定の場面の課題を進める' },
            { key: 'all_scenes', label: '4場面全般の進め方を考える' },
            { key: 'prefecture_method', label: '県による市町村支援の方法を考える' },
          ],
        },
        {
          key: 'theme',
          kind: 'short',
          label: '支援で取り上げたいテーマ',
          hint: '例：退院の知らせを受けとる道をつくる',
        },
        {
          key: 'issues',
          kind: 'table',
          label: '課題の一覧',
          hint: '一行に一つ。支援の終わりに、この行ごとに変化をふり返ります',
          columns: [
            { key: 'text', kind: 'short', label: '課題', maxLength: 400 },
            { key: 'scene', kind: 'choice', label: '関わる場面', options: SCENES },
            { key: 'weight', kind: 'choice', label: '重要度', options: LEVELS },
            { key: 'ease', kind: 'choice', label: '取り組みやすさ', options: EASE },
          ],
        },
      ],
    },
    {
      key: 'cases',
      title: '場面と事例',
      fields: [
        {
          key: 'scenes',
          kind: 'choices',
          label: '取り組みたい場面',
          hint: '一つか二つに絞ると早く進みます',
          options: SCENES,
        },
        {
          key: 'typicalCase',
          kind: 'long',
          label: '典型事例（よくある事例）',
          hint: 'いちばん困った例より、月に何度もある例を。お名前・年齢・住所は書かないでください',
        },
        {
          key: 'difficultCase',
          kind: 'long',
          label: '対応に困った事例',
          hint: 'あれば。お名前・年齢・住所は書かないでください',
        },
      ],
    },
    {
      key: 'relations',
      title: '連携と事業の状況',
      fields: [
        {
          key: 'partners',
          kind: 'matrix',
          label: '地域関係者との連携状況',
          hint: '分かる行だけで構いません',
          rows: [
            { key: 'doctors', label: '医師会・在宅医' },
            { key: 'dentists', label: '歯科医師会' },
            { key: 'pharmacists', label: '薬剤師会' },
            { key: 'hospitals', label: '病院の相談窓口' },
            { key: 'nurses', label: '訪問看護' },
            { key: 'care_managers', label: 'ケアマネジャー' },
            { key: 'support_centers', label: '地域包括支援センター' },
            { key: 'care_providers', label: '介護サービス事業所・施設' },
            { key: 'welfare_council', label: '社会福祉協議会' },
            { key: 'emergency', label: '消防・救急' },
          ],
          columns: [
            { key: 'state', kind: 'choice', label: 'いまの関わり', options: CONTACT_STATES },
            { key: 'note', kind: 'short', label: '具体的なこと', maxLength: 400 },
          ],
        },
        {
          key: 'progress',
          kind: 'matrix',
          label: '事業の進捗状況',
          hint: '評価ではありません。いまの位置を知るための欄です',
          rows: [
            { key: 'analysis', label: '現状分析' },
            { key: 'extraction', label: '課題抽出' },
            { key: 'planning', label: '施策立案' },
            { key: 'measures', label: '対応策の実施' },
            { key: 'sharing', label: '情報共有の支援' },
            { key: 'consultation', label: '相談の支援' },
            { key: 'training', label: '関係者の研修' },
            { key: 'publicity', label: '住民への普及啓発' },
            { key: 'neighbours', label: '近隣市町村との連携' },
            { key: 'evaluation', label: '評価と見直し' },
          ],
          columns: [
            { key: 'state', kind: 'choice', label: '進み具合', options: PROGRESS_STATES },
            { key: 'note', kind: 'short', label: '主な取組', maxLength: 400 },
          ],
        },
      ],
    },
    {
      key: 'team',
      title: '体制',
      lead: 'いま分かっていることだけで構いません。',
      fields: [
        {
          key: 'department',
          kind: 'short',
          label: '担当部署',
          hint: '例：福祉課 高齢者支援係',
          needed: true,
          ask: '担当部署を書いてください',
        },
        { key: 'manager', kind: 'yesno', label: '課長級の参加', hint: '最初の回に出られるかどうか' },
        { key: 'medicalStaff', kind: 'yesno', label: '医療職の参加', hint: '保健師、看護師など' },
        { key: 'coordinator', kind: 'yesno', label: 'コーディネーターの参加', hint: '在宅医療・介護連携を担当する人' },
        { key: 'healthCenter', kind: 'yesno', label: '保健所の関与' },
        {
          key: 'teamNote',
          kind: 'long',
          label: '体制について補足',
          hint: '人数、職種、兼務の様子など',
          maxLength: 1_000,
        },
        {
          key: 'contractors',
          kind: 'table',
          label: '委託先',
          columns: [
            { key: 'name', kind: 'short', label: '委託先の名前' },
            { key: 'work', kind: 'short', label: '委託している内容', maxLength: 400 },
          ],
        },
        {
          key: 'training',
          kind: 'choice',
          label: '研修の受講',
          hint: '在宅医療・介護連携推進事業の研修',
          options: [
            { key: 'taken', label: '受けた' },
            { key: 'planned', label: '受ける予定' },
            { key: 'not_yet', label: 'まだ' },
          ],
        },
        { key: 'trainingNote', kind: 'short', label: '受けた研修の名前', maxLength: 400 },
      ],
    },
    {
      key: 'members',
      title: '一緒に応募する市町村',
      lead: '一つの市町村だけで応募するときは、空のままで構いません。',
      fields: [
        {
          key: 'members',
          kind: 'table',
          label: '共同応募の市町村',
          hint: '同じ都道府県の市町村どうしで応募できます',
          columns: [
            { key: 'name', kind: 'short', label: '市町村名' },
            { key: 'code', kind: 'short', label: '市町村コード', code: true },
            { key: 'contact', kind: 'short', label: '担当者' },
          ],
        },
        {
          key: 'cooperating',
          kind: 'table',
          label: '協力市町村',
          hint: '都道府県が応募するときに書いてください',
          columns: [
            { key: 'name', kind: 'short', label: '市町村名' },
            { key: 'code', kind: 'short', label: '市町村コード', code: true },
            { key: 'agreed', kind: 'yesno', label: '了承の有無' },
            { key: 'contact', kind: 'short', label: '担当者' },
          ],
        },
      ],
    },
    {
      key: 'consent',
      title: '県の承諾',
      lead: '承諾がこれからのときは、空のまま提出できます。提出のあと、県の担当者にお願いのメールを送れます。',
      fields: [
        {
          key: 'consentOn',
          kind: 'date',
          label: '承諾の日付',
          hint: '例：令和7年8月3日。R7.8.3、2025/8/3 でも読みとります',
          exact: true,
        },
        { key: 'consentBy', kind: 'short', label: '承諾した県の担当者', hint: '部署だけでも構いません' },
      ],
    },
    {
      key: 'contact',
      title: '連絡先',
      fields: [
        {
          key: 'contactName',
          kind: 'short',
          label: '担当者の氏名',
          needed: true,
          ask: '連絡先の担当者の氏名を書いてください',
        },
        { key: 'contactPost', kind: 'short', label: '担当者の所属', hint: '例：福祉課 高齢者支援係 主査' },
        {
          key: 'contactMail',
          kind: 'email',
          label: 'メールアドレス',
          hint: '係で共有しているアドレスだと、異動のあとも届きます',
          needed: true,
          ask: '連絡先のメールアドレスを書いてください',
        },
        { key: 'contactTel', kind: 'tel', label: '電話番号', hint: '例：0123-45-6789（内線 123）' },
      ],
    },
  ],
}
