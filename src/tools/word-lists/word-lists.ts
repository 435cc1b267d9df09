/** Words the checks look for. The secretariat edits them per programme; the keys are permanent. */
export const WORD_LISTS = {
  vagueEndings: {
    label: '終わりがあいまいな言葉',
    use: 'L1：取組がこの言葉で終わっていたら、手順書として読めるかをたずねます。',
    words:
      '推進 強化 充実 図る 検討 促進 向上 活性化 普及 啓発 構築 醸成 深化 拡充 連携 協働 底上げ 円滑化 効率化 体制整備 環境整備 努める 目指す めざす 深める 高める 強める 取り組む',
  },
  abstractWords: {
    label: '大きすぎる言葉',
    use: 'K4：目標や課題にあれば、「何を」「誰の」「いつ」に分けられるかをたずねます。',
    words: '早期発見 連携強化 推進 充実 顔の見える関係 意識醸成 包括的な支援 切れ目のない 多職種連携',
  },
  administrativeSubjects: {
    label: '行政や事業が主語になる言葉',
    use: 'L3：アウトカムの主語がこの言葉なら、住民を主語にできるかをたずねます。',
    words:
      '市 町 村 県 市町村 都道府県 自治体 行政 役場 市役所 役所 県庁 保健所 事務局 担当課 課 事業 協議会 協議体 委員会 会議 体制 制度 仕組み しくみ システム ネットワーク サービス 計画 窓口 施策 取組 取り組み',
  },
  meansWords: {
    label: '手段にあたる言葉',
    use: 'L8：中間・最終アウトカムがこの言葉で終わっていたら、その先で住民がどうなるかをたずねます。',
    words: '連携 協働 顔の見える関係 ネットワーク 情報共有 情報の共有 協力関係 協力体制 関係づくり 関係構築 チームケア',
  },
  ownActivities: {
    label: '自分たちの活動を表す言葉',
    use: 'L5：成果の指標がこの活動の回数・人数なら、住民の何が変わるかをたずねます。',
    words:
      '研修 講演 講座 教室 セミナー フォーラム シンポジウム 勉強会 事例検討 検討会 会議 協議会 説明会 相談会 交流会 連絡会 報告会 委員会 部会 カンファレンス ワークショップ イベント 広報 チラシ パンフレット リーフレット ポスター カード 冊子 ガイドブック ハンドブック 啓発 周知 ホームページ 動画 訪問 巡回 アンケート 相談対応 相談 出前 開催 実施 配布 配付 発行 発信 掲載 参加者 受講者 出席者 来場者 参加 受講 出席 通いの場 サロン 説明に行った 説明した 出向いた 配った 開いた 開催した 実施した',
  },
  oneWayWords: {
    label: '研修・講演・広報・会議にあたる言葉',
    use: 'L2：種類が選ばれていない取組を、この言葉で見分けます。',
    words:
      '研修 講演 講座 講習 勉強会 学習会 セミナー シンポジウム フォーラム ワークショップ 事例検討 説明会 交流会 懇談会 連絡会 会議 協議会 検討会 委員会 意見交換 情報交換 広報 チラシ パンフレット リーフレット ポスター ホームページ SNS 動画 冊子 普及啓発 啓発 周知 PR',
  },
  criticism: {
    label: '批判に読める言葉',
    use: 'Z3：名前のある団体といっしょに出てきたら、批判に読めないかをたずねます。',
    words:
      '協力的でない 協力的ではない 非協力 協力しない 協力してくれない 協力が得られない 理解が得られない 了解が得られない 消極的 無関心 関心がない 関心が低い 理解がない 理解が足りない 理解不足 理解していない 不十分 足りない 不足 遅い 遅れ 怠 怠慢 無責任 丸投げ 押しつけ 押し付け 任せきり 断られ 断る 断った 拒否 拒む 拒ん 応じない 応じてくれない 返事がない 返事をしない 連絡がない 連絡をくれない 連絡してくれない 教えてくれない してくれない 来てくれない 動かない 動いてくれない 対応が悪い 態度が 冷たい 失敗 問題がある できていない できない やる気がない 認識が甘い 反対し 敷居が高い 守らない 守られていない ひどい',
  },
  undecided: {
    label: 'まだ決まっていないことの言い方',
    use: 'Z4：公表する文にあれば、「検討中」と書けるかをたずねます。',
    words: '予定 見込み 方針',
  },
} as const
export type WordKey = keyof typeof WORD_LISTS
export type Words = Readonly<Partial<Record<WordKey, readonly string[]>>>

export const isWordKey = (key: string): key is WordKey => Object.hasOwn(WORD_LISTS, key)
export const WORD_KEYS = Object.keys(WORD_LISTS) as WordKey[]

export const DEFAULT_WORDS = Object.fromEntries(
  WORD_KEYS.map((key) => [key, WORD_LISTS[key].words.split(' ')]),
) as unknown as Readonly<Record<WordKey, readonly string[]>>

/** One word a line, or with commas: each once, in the order written. */
export const wordsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n\r,，、]+/u)
      .map((word) => word.normalize('NFKC').trim())
      .filter((word) => word !== ''),
  ),
]

export const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i])
