import type { Programme } from '../programmes/programmes.ts'

export interface LetterText {
  label: string
  /** When it goes, and to whom. */
  when: string
  subject: string
  body: string
}

/** Words in braces are put in when the letter is made. A link always stands on a line of its own. */
export const LETTER_TEXTS = {
  entry_link: {
    label: 'エントリーを始めるためのリンク',
    when: '「エントリーを始める」から申し込んだ人へ',
    subject: '{事業名}：エントリーを始めるためのリンク',
    body: '{氏名}様\n\n{地域名}のエントリーを始めるためのリンクです。開いて「入ってエントリーを始める」を押してください。72時間、1回だけ使えます。\n\n{リンク}\n\nエントリーの締切は{締切}です。途中まで書いて、あとから続けられます。\nお心当たりのないときは、このメールを消してください。',
  },
  entry_refused: {
    label: 'エントリーをお受けできないとき',
    when: '役所のものと確かめられないアドレスからの申し込みを断るとき',
    subject: '{事業名}：エントリーの申し込みについて',
    body: '{氏名}様\n\n{地域名}のエントリーの申し込みは、次の理由でお受けできませんでした。\n\n{理由}\n\n役所のアドレスから、もう一度お申し込みください。',
  },
  submitted: {
    label: '提出を受けとりました',
    when: 'エントリーを提出した市町村・都道府県へ',
    subject: '{事業名}：{地域名}のエントリーシートを受けとりました',
    body: '{氏名}様\n\n{地域名}のエントリーシートを受けとりました。\n{状態}\n締切（{締切}）までは、直してもう一度提出できます。\n\n{リンク}',
  },
  submitted_office: {
    label: '提出の知らせ（事務局）',
    when: 'エントリーが提出されたとき、事務局へ',
    subject: '{地域名}がエントリーシートを提出しました',
    body: '{地域名}がエントリーシートを提出しました。\n{状態}\n\n{リンク}',
  },
  consent_request: {
    label: '承諾のお願い（都道府県）',
    when: '承諾がまだのエントリーが提出されたとき、都道府県へ',
    subject: '{事業名}：{地域名}の応募について、承諾のお願い',
    body: '{県名} ご担当者様\n\n{地域名}が{事業名}に応募しました。ご覧のうえ、承諾のお返事をお願いします。登録は要りません。\n\n{リンク}\n\nお返事は{承諾期限}までにお願いします。',
  },
  agreement_request: {
    label: '了承のお願い（協力市町村）',
    when: '都道府県が主導するエントリーが提出されたとき、協力市町村へ',
    subject: '{事業名}：{地域名}の応募への協力について',
    body: '{県名} ご担当者様\n\n{地域名}が{事業名}に応募し、協力市町村としてお名前があがっています。ご覧のうえ、お返事をお願いします。登録は要りません。\n\n{リンク}\n\nお返事は{承諾期限}までにお願いします。',
  },
  consent_answered: {
    label: '承諾の返事がありました',
    when: '県や協力市町村が答えたとき、応募した市町村・都道府県と事務局へ',
    subject: '{地域名}の応募に、{県名}から返事がありました',
    body: '{地域名}の応募に、{県名}から返事がありました。\n\n返事：{返事}\n{理由}\n\n{リンク}',
  },
  withdrawn: {
    label: '取り下げを受けとりました',
    when: 'エントリーが取り下げられたとき、応募した市町村・都道府県と事務局へ',
    subject: '{事業名}：{地域名}のエントリーが取り下げられました',
    body: '{地域名}のエントリーが取り下げられました。\n\n理由：{理由}\n\n書いた内容は残っています。締切（{締切}）までは、もう一度提出できます。\n\n{リンク}',
  },
  reopened: {
    label: '提出をもう一度開きました',
    when: '締切のあと、事務局が提出を開いたとき、応募した市町村・都道府県へ',
    subject: '{事業名}：{地域名}のエントリーをもう一度提出できます',
    body: '{地域名}のエントリーシートを、{期日}まで提出できるようにしました。\n\n理由：{理由}\n\n{リンク}',
  },
  selected: {
    label: '選定の結果（採択）',
    when: '結果の手紙を送るとき、採択した市町村・都道府県と県へ',
    subject: '{事業名}：{地域名}を支援する地域に決めました',
    body: '{氏名}様\n\n{地域名}を、支援する地域に決めました。\n\n理由：{理由}\n\nこれからの日程は、事務局から改めてお知らせします。\n\n{リンク}',
  },
  not_selected: {
    label: '選定の結果（見送り）',
    when: '結果の手紙を送るとき、見送りとした市町村・都道府県と県へ',
    subject: '{事業名}：{地域名}の選定の結果について',
    body: '{氏名}様\n\nご応募ありがとうございました。{地域名}は、今回は見送りとなりました。\n\n理由：{理由}\n\n書いていただいたエントリーシートは残ります。次の年度の応募や、ふだんの話し合いにお使いください。\n\n{リンク}',
  },
  decision_changed: {
    label: '選定の結果の変更',
    when: '知らせた結果を改めたとき、応募した市町村・都道府県と県へ',
    subject: '{事業名}：{地域名}の選定の結果が変わりました',
    body: '{氏名}様\n\n先にお知らせした{地域名}の結果を改めました。{結果}。\n\n理由：{理由}\n\n{リンク}',
  },
  poll_request: {
    label: '日程の都合をうかがう手紙',
    when: '回の候補日を出したとき、参加する人へ（一人ずつのリンク）',
    subject: '{回}：日程のご都合をお聞かせください',
    body: '{氏名}様\n\n{回}の日程を決めます。次のリンクから、候補ごとに○△×でお答えください。登録は要りません。決まるまでは何度でも答え直せます。\n\n{リンク}\n\n候補：\n{候補}\n\nお返事は{期日}までにお願いします。このリンクは{氏名}様あてです。ほかの方に転送しないでください。',
  },
  poll_reminder: {
    label: '日程の都合をもう一度うかがう手紙',
    when: '候補日にまだ答えていない人へ（一人ずつのリンク）',
    subject: '{回}：日程のお返事をお待ちしています',
    body: '{氏名}様\n\n{回}の日程について、まだお返事がない候補があります。次のリンクから、○△×だけでお答えいただけます。登録は要りません。\n\n{リンク}\n\n候補：\n{候補}\n\nお返事は{期日}までにお願いします。',
  },
  meeting_fixed: {
    label: '日程が決まった知らせ',
    when: '回の日程が決まったとき、参加する人へ（予定表に入れるファイルつき）',
    subject: '{回}の日程が決まりました（{日時}）',
    body: '{氏名}様\n\n{回}の日程が決まりました。\n\n日時：{日時}\n{場所}\n\n添付のファイルを開くと、お使いの予定表に入ります。\n\n{リンク}',
  },
  meeting_moved: {
    label: '予定が変わった知らせ',
    when: '決まった回の日時や場所が変わったとき、参加する人へ',
    subject: '{回}の予定が変わりました（{日時}）',
    body: '{氏名}様\n\n{回}の予定が変わりました。\n\n新しい日時：{日時}\n前の日時：{前の日時}\n{場所}\n\n添付のファイルを開くと、予定表の前の予定が新しいものに変わります。\n\n{リンク}',
  },
  meeting_postponed: {
    label: '延期の知らせ',
    when: '決まった回を延期したとき、参加する予定だった人へ',
    subject: '{回}を延期します',
    body: '{氏名}様\n\n{前の日時}に予定していた{回}を延期します。新しい日程は、改めてご相談します。\n\n理由：{理由}\n\n添付のファイルを開くと、予定表から消えます。\n\n{リンク}',
  },
  meeting_cancelled: {
    label: '中止の知らせ',
    when: '決まった回を取りやめたとき、参加する予定だった人へ',
    subject: '{回}を中止します',
    body: '{氏名}様\n\n{前の日時}に予定していた{回}を中止します。\n\n理由：{理由}\n\n添付のファイルを開くと、予定表から消えます。\n\n{リンク}',
  },
  meeting_left: {
    label: '参加の予定がなくなった知らせ',
    when: '担当が変わり、決まった回に参加しなくなった人へ',
    subject: '{回}への参加の予定がなくなりました',
    body: '{氏名}様\n\n担当が変わったため、{回}への参加の予定がなくなりました。添付のファイルを開くと、予定表から消えます。ありがとうございました。',
  },
} as const satisfies Record<string, LetterText>
export type LetterKey = keyof typeof LETTER_TEXTS

export const isLetterKey = (key: string): key is LetterKey => Object.hasOwn(LETTER_TEXTS, key)

/** The words that may stand in braces, with what the preview shows. */
export const PLACEHOLDERS: Record<string, string> = {
  事業名: '（事業の名前）',
  地域名: '東浜県みどり町',
  氏名: '青木 葵',
  県名: '東浜県',
  締切: '令和7年8月22日（金）',
  承諾期限: '令和7年8月29日（金）',
  期日: '令和7年8月29日（金）',
  状態: '県の承諾を待っています。',
  返事: '承諾する',
  結果: '支援する地域に決まりました',
  回: '東浜県みどり町 支援1',
  日時: '令和7年11月6日（木） 14:00〜15:30',
  前の日時: '令和7年10月29日（水） 14:00〜15:30',
  場所: '形：オンライン\n会議のURL：https://…',
  候補: '・令和7年11月6日（木） 14:00〜15:30',
  理由: '（理由）',
  リンク: 'https://…',
}

export const textOf = (programme: Pick<Programme, 'texts'>, key: LetterKey): { subject: string; body: string } => ({
  subject: programme.texts[`${key}.subject`] ?? LETTER_TEXTS[key].subject,
  body: programme.texts[key] ?? LETTER_TEXTS[key].body,
})

/** Every known word in braces; an unknown one stays as typed, so that nobody's braces vanish. */
export const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{([^{}\n]{1,20})\}/g, (whole, name: string) => values[name] ?? whole)

/** Subject and text as they go out; who to ask stands under every letter. */
export function letterOf(
  programme: Pick<Programme, 'texts' | 'name' | 'contact'>,
  key: LetterKey,
  values: Record<string, string>,
): { subject: string; body: string } {
  const { subject, body } = textOf(programme, key)
  const all = { 事業名: programme.name, ...values }
  const foot = [programme.contact.section, programme.contact.telephone, programme.contact.mailbox].filter(Boolean)
  const text = filled(body, all).replace(/\n{3,}/g, '\n\n')
  return {
    subject: filled(subject, all).replace(/\s+/g, ' '),
    body: foot.length > 0 ? `${text}\n\n――\n${foot.join('\n')}\n` : `${text}\n`,
  }
}

export const unknownWordsIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}\n]{1,20})\}/g)].flatMap((m) => (m[1] && !(m[1] in PLACEHOLDERS) ? [m[1]] : []))
