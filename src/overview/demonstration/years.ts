import { addDays } from '../../platform/time.ts'
import type { Settings } from '../../programme/settings/forms.ts'

const contact = {
  section: '伴走支援事務局 在宅医療・介護連携担当',
  mailbox: 'banso@jimukyoku.example',
  telephone: '00-0000-0000',
}

/** The year that is half over. */
export const thisYear: Settings = {
  ...contact,
  name: '令和7年度 在宅医療・介護連携推進支援事業',
  entryOpensOn: '2025-07-14',
  entryClosesOn: '2025-08-22',
  consentDueOn: '2025-08-29',
  supportFromOn: '2025-10-01',
  supportToOn: '2026-02-28',
  capacity: 4,
  quietDays: 21,
  remindDays: [7, 1],
  needsConsent: true,
  introduction:
    '在宅医療と介護の連携で困っていることを、市町村が自分の力で進められるように、アドバイザーが半年のあいだ一緒に歩きます。答えを渡すのではなく、聞き、問いかけ、助言します。様式をすべて埋める必要はありません。書けるところからお書きください。',
}

/** The year that takes entries today, so that the public page can be tried. */
export const nextYear = (today: string): Settings => ({
  ...contact,
  name: '令和8年度 在宅医療・介護連携推進支援事業',
  entryOpensOn: addDays(today, -15),
  entryClosesOn: addDays(today, 45),
  consentDueOn: addDays(today, 59),
  supportFromOn: addDays(today, 140),
  supportToOn: addDays(today, 380),
  capacity: 4,
  quietDays: 21,
  remindDays: [7, 1],
  needsConsent: true,
  introduction:
    '来年度に一緒に歩く地域を募集しています。前もっての登録は要りません。役所のメールアドレスがあれば、このページからエントリーを始められます。途中まで書いて、あとから続けられます。',
})

const lines = (year: string, entry: string, support: string) => [
  `${year} 在宅医療・介護連携推進支援事業　募集要項（見本）`,
  '',
  '1　目的',
  '　在宅医療と介護の連携で困っていることを、市町村が自分の力で進められるように、アドバイザーが半年のあいだ一緒に歩きます。',
  '',
  '2　応募できるところ',
  '　市町村。同じ都道府県の市町村どうしの共同の応募、都道府県が主導する応募（協力市町村の了承が要ります）もできます。',
  '',
  '3　募集する数',
  '　4地域',
  '',
  '4　応募のしかた',
  '　募集ページの「エントリーを始める」から、または空のエントリーシート（Excel）に書いて取りこんでください。',
  `　募集の期間は${entry}です。`,
  '　都道府県の承諾を受けてください。承諾は、提出のあとにお願いすることもできます。',
  '',
  '5　支援の内容',
  `　${support}に、オリエンテーション、事前の打ち合わせ3回、支援3回、合同の報告会1回を行います。オンラインが基本です。`,
  '',
  '6　選び方',
  '　応募理由の具体性、連携の状況、進み具合と体制、市町村の規模、地域の広がりを合わせて、人が話し合って決めます。',
  '',
  '7　問い合わせ先',
  `　${contact.section}　${contact.mailbox}　電話 ${contact.telephone}`,
  '',
  '※ これは見本です。実在の事業の募集ではありません。',
]

/** With a byte order mark, so that every office's Notepad reads it. */
export const guideline = (year: string, entry: string, support: string): Buffer =>
  Buffer.from(`\uFEFF${lines(year, entry, support).join('\r\n')}\r\n`, 'utf8')
