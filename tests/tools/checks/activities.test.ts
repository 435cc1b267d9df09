import { expect } from 'chai'
import { asks, FINE, misjudged, model, ofBox } from './asking.ts'

describe('L1: could somebody else follow this activity', () => {
  const asked = [
    '多職種連携の推進',
    '在宅医療の普及啓発を図る',
    '入退院支援の充実',
    'ケアマネジャーへの支援を強化する',
    '医療と介護の連携強化',
    '退院支援のあり方を検討する',
    '関係機関との情報共有を促進していく。',
    '相談支援体制の構築に努める',
    '地域のネットワークづくりに取り組みます',
    '住民の意識の向上',
    '研修会を実施する',
    '多職種研修の開催',
    'パンフレットの作成',
    'ＡＣＰの普及・啓発',
    '顔の見える関係を深める',
    '介護予防の考え方を広く伝える',
    '様式を変える',
    '退院前カンファレンスの活性化を図っていきます',
    '町民に在宅医療の理解を深めてもらうため、保健師が出前講座の充実を図る',
    '病院と連携する',
  ]
  const silent = [
    '地域包括支援センターの保健師が、退院前の患者の家族に、見学の日取りを電話で伝える',
    '町の窓口の職員が、初めて相談に来た人に、3か月で卒業した人の話をする。卒業までの流れを書いた紙を渡す',
    '病棟看護師が退院の1週間前に、担当ケアマネジャーへ連絡票をFAXで送る',
    '訪問看護師から主治医へ、看取りの希望を書いた用紙を渡す',
    '保健師が、認定の申請に来た家族から、困っていることを三つ聞く',
    '薬剤師は独居の高齢者の家を訪ね、飲み残しを数えて主治医に知らせる',
    '民生委員が気になる世帯の様子を、月に一度、包括へ電話で知らせる',
    '理学療法士が利用者と、終わったあとに通う場所を一緒に決める',
    '町の担当者が郡医師会の理事会に出向き、短期集中サービスの結果を表で説明する',
    '連携室の相談員が、入院した日に、ケアマネジャーへ「入院しました」と電話する',
    '救急隊が、かかりつけ医に、搬送した人の様子を当日中に伝える',
    '退院支援ルールの案を、病院の師長と保健師が医師会に見せ、4月の様式を決める',
    'デイサービスの職員が本人に、やってみたいことを聞き取り、目標の紙に書く',
  ]

  it('asks what is only a wish, and leaves a procedure alone', () => {
    expect(misjudged({ asked, silent }, (text) => ofBox('L1', { text }))).to.deep.equal(FINE)
  })

  it('takes the fields of the box for what its sentence leaves out', () => {
    const box = { text: '卒業していけることを伝える', who: '町の相談窓口', whom: 'はじめて相談に来た人' }
    expect(ofBox('L1', box)).to.equal(null)
    expect(ofBox('L1', { ...box, whom: '' }))
      .to.include('「誰に」')
      .and.not.include('「誰が」')
    expect(ofBox('L1', { ...box, text: '自立支援の推進', what: '見通し' })).to.include('「推進」')
    expect(ofBox('L1', { ...box, who: '', subject: '行政' })).to.include('「誰が」')
  })

  it('says nothing of an empty box, nor of an outcome', () => {
    expect(ofBox('L1', { text: '　' })).to.equal(null)
    expect(ofBox('L1', { kind: 'final', text: '連携の推進' })).to.equal(null)
  })
})

describe('L2: only training, lectures, publicity and meetings', () => {
  const all = (texts: readonly string[], type = '') =>
    asks('L2', { logic_model: model(texts.map((text) => ({ kind: 'activity', text, type }))) }).length

  it('asks when every activity is one of them, by type or by words', () => {
    expect(all(['窓口で話す', '様式を変える'], 'training')).to.equal(1)
    const words = ['多職種研修会を開催する', '市民向け講演会', '広報紙で在宅医療を紹介する', '連絡会議を年2回開く']
    expect(all(words)).to.equal(1)
    for (const text of [
      ...words,
      'チラシを作成し、全戸に配布する',
      '関係者で話し合う',
      '事例検討会の実施',
      'ＡＣＰの啓発動画を作る',
    ])
      expect(all([text]), text).to.equal(1)
  })

  it('stays silent once something else is done', () => {
    const others = [
      '入院先の病院に出向き、退院後の選択肢として説明する',
      '研修で決めた声かけの言葉を、窓口の受付票に印刷する',
      '会議で決めた連絡票を、病棟看護師がケアマネジャーに送る',
      '認定の申請に来た人に、短期集中サービスを試してもらう',
      '退院時の様式を一つにそろえる',
      '独居の人の家を訪問する',
    ]
    for (const text of others) expect(all(['研修会を開く', text]), text).to.equal(0)
    expect(asks('L2', { logic_model: model([]) })).to.deep.equal([])
  })

  it('believes a chosen type more than the words', () => {
    const boxes = [
      { kind: 'activity', text: '研修会を開く', type: 'training' },
      { kind: 'activity', text: '会議で決める', type: 'system' },
    ]
    expect(asks('L2', { logic_model: model(boxes) })).to.deep.equal([])
  })
})
