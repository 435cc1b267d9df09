import { type Option, SCENES, type Template } from './templates.ts'

/** 旧ア–ク, by the letters that bundles and older papers use. */
export const OLD_ITEMS: readonly Option[] = [
  { key: 'a', label: 'ア 資源の把握' },
  { key: 'b', label: 'イ 課題の抽出と対応策' },
  { key: 'c', label: 'ウ 切れ目のない提供体制' },
  { key: 'd', label: 'エ 情報共有の支援' },
  { key: 'e', label: 'オ 相談支援' },
  { key: 'f', label: 'カ 関係者の研修' },
  { key: 'g', label: 'キ 普及啓発' },
  { key: 'h', label: 'ク 関係市区町村の連携' },
]

/** 棚卸し: what is done already, by 場面. A row becomes an activity of the logic model (`boxId`, never typed). */
export const inventoryTemplate: Template = {
  key: 'inventory',
  version: 1,
  title: '棚卸し',
  sheetName: '棚卸し',
  lead: 'いまやっている取組を場面ごとにならべ、足りないところを見つけます',
  sections: [
    {
      key: 'existing',
      title: 'いまの取組',
      lead: '一行に一つ。Excelの表から写すと早く済みます。',
      fields: [
        {
          key: 'items',
          kind: 'table',
          label: '取組の一覧',
          columns: [
            { key: 'item', kind: 'choice', label: '事業項目', options: OLD_ITEMS },
            { key: 'text', kind: 'long', label: '取組の内容', maxLength: 1_000 },
            {
              key: 'how',
              kind: 'choice',
              label: '進め方',
              options: [
                { key: 'direct', label: '直営' },
                { key: 'entrusted', label: '委託' },
                { key: 'both', label: '直営と委託' },
              ],
            },
            { key: 'target', kind: 'short', label: '対象', maxLength: 400 },
            { key: 'figures', kind: 'short', label: '実績の数字', maxLength: 400 },
            { key: 'scenes', kind: 'choices', label: '関わる場面', options: SCENES },
          ],
        },
      ],
    },
    {
      key: 'by_scene',
      title: '場面ごとの目指す姿',
      lead: '取り組む場面の行だけで構いません。',
      fields: [
        {
          key: 'heads',
          kind: 'matrix',
          label: '場面別の整理',
          rows: SCENES,
          columns: [
            { key: 'vision', kind: 'long', label: '目指す姿' },
            { key: 'now', kind: 'long', label: '現状' },
            { key: 'issue', kind: 'long', label: '課題' },
            { key: 'indicator', kind: 'long', label: '指標' },
            { key: 'setOn', kind: 'date', label: '決めた日' },
            { key: 'setWhere', kind: 'short', label: '決めた場' },
          ],
        },
      ],
    },
  ],
}
