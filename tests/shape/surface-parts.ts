/** The least each part needs, and the frame around a page: what the shape test of the surface draws. */
const form = { values: {}, errors: {} }
const link = { label: '見る', href: '/x' }

const marked = {
  runs: [
    { text: '佐藤', kind: '名前' },
    { text: 'さん', kind: null },
  ],
  rows: [{ label: '名前', text: '佐藤', mask: 'A' }],
  masked: 'Aさん',
}

export const parts: [name: string, props: Record<string, unknown>][] = [
  ['once', {}],
  ['save-state', {}],
  ['icon', { icon: 'ask' }],
  ['chip', { text: '推定' }],
  ['state', { state: 'late' }],
  ['crumbs', { crumbs: [link] }],
  ['section-head', { id: 'h', text: '約束' }],
  ['empty', { text: 'まだありません。' }],
  ['facts', { facts: [{ term: '日時', text: '' }] }],
  ['ask', { text: '誰に見せますか。' }],
  ['take-along', { takeAlong: { xlsx: '/x', csv: '/y' } }],
  ['pager', { pager: { total: 0, from: 0, to: 0, previousHref: null, nextHref: null } }],
  [
    'chart',
    {
      chart: {
        id: 'a',
        title: '題',
        n: 'n＝0地域',
        svg: '<svg></svg>',
        table: { columns: [], rows: [] },
        csvHref: null,
      },
    },
  ],
  [
    'step-bar',
    {
      steps: [{ label: '支援1', place: 'here', state: 'fixed', what: '未定' }],
      stepSummary: '次は支援1',
    },
  ],
  ['history', { days: [{ label: 'きょう', rows: [{ at: '9:30', text: '書きました' }] }] }],
  ['buttons', { main: { label: '送る' } }],
  ['audience', { audience: '事務局' }],
  ['notice', { tone: 'info', heading: '終わりました' }],
  ['note-line', { text: '確定しています。' }],
  [
    'rail',
    {
      railLabel: 'この地域',
      here: '概要',
      groups: [{ links: [{ ...link, current: true }] }],
    },
  ],
  ['tabs', { tabsLabel: 'しぼりこみ', tabs: [{ ...link, current: false }] }],
  ['search-box', { action: '/search' }],
  ...[true, false].map((hint): [string, Record<string, unknown>] => ['privacy', { marked, hint }]),
  ['row-tools', { rowLabel: '1人目' }],
  ['error-summary', { form }],
  [
    'warning',
    {
      form,
      warning: { heading: '重なります', text: '理由を残してください。' },
    },
  ],
  ...['text', 'long', 'number', 'email', 'tel', 'password', 'date', 'time', 'check', 'yesno', 'file'].map(
    (kind): [string, Record<string, unknown>] => ['field', { form, name: 'a', label: 'あ', kind }],
  ),
  ...['select', 'radio', 'checks'].map((kind): [string, Record<string, unknown>] => [
    'field',
    { form, name: 'a', label: 'あ', kind, options: { x: 'い' } },
  ]),
]

export const problems = [403, 404, 409, 410, 413, 422, 429, 500, 503]

export const shell = {
  lang: 'ja',
  productName: '伴走ノート',
  year: '令和7年度（2025年度）',
  nav: [{ label: 'ホーム', href: '/', current: true }],
  person: { name: '森野美香', roleLabel: '事務局', href: '/profile' },
  signInHref: '/sign-in',
  searchHref: '/search',
  notice: null,
  hasErrors: false,
  demo: false,
  printedOn: '令和7年12月10日（水）',
  helpHref: '/help',
  contactHref: '/contact',
}
