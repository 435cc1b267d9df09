import { expect } from 'chai'
import { asks, FINE, misjudged, model, ofBox } from './asking.ts'

const outcome =
  (id: string, kind = 'intermediate') =>
  (text: string) =>
    ofBox(id, { kind, text })

describe('L3: whose outcome is it', () => {
  const asked = [
    '市が相談窓口を整備している',
    'みどり町は、在宅医療の体制を整えている',
    '町が一体となって高齢者を支えている',
    '県が市町村を支援できている',
    '行政が課題を把握できている',
    '事業が定着している',
    '協議会が定期的に開かれている',
    '在宅医療の提供体制が構築される',
    '住民が安心して暮らせるよう、町が窓口を整えている',
    '家族が安心して介護できる体制が整っている',
    '退院支援の仕組みができている',
    '福祉課が関係機関の調整役になっている',
  ]
  const silent = [
    '町民が、弱っても力を取り戻しながら住み慣れた町で暮らしている',
    'みどり町の高齢者が、退院したあとも自宅で過ごせる',
    '市民が自分の最期の希望を家族と話している',
    '住民は、町が開く教室に通いつづけている',
    '本人が、町の用意した選択肢を知っている',
    '町が行う教室に、退院した人が通えている',
    'ケアマネジャーが、退院の日取りを3日前までに知っている',
    '県民が望む場所で最期を迎えられる',
    '本人と家族が、困ったときに誰に電話すればよいか分かる',
    '自宅で過ごしたいと思う人が、そのとおりに過ごせる',
    '救急搬送される人が減る',
    '利用者に必要なサービスが届いている',
    '町内の一人暮らしの人が、日課を続けられている',
  ]

  it('asks for the residents where office or project stands', () => {
    expect(misjudged({ asked, silent }, outcome('L3'))).to.deep.equal(FINE)
  })

  it('reads the subject that was chosen, and asks of outcomes only', () => {
    expect(ofBox('L3', { kind: 'final', text: '退院が早くなる', subject: '行政' })).to.include('行政')
    expect(ofBox('L3', { kind: 'final', text: '退院のあとも家にいられる', subject: '住民' })).to.equal(null)
    expect(ofBox('L3', { kind: 'initial', text: 'ケアマネジャーが早く知る', subject: '専門職' })).to.equal(null)
    expect(ofBox('L3', { kind: 'activity', text: '町が研修を開く' })).to.equal(null)
    expect(ofBox('L3', { kind: 'output', text: '町が配った紙の数' })).to.equal(null)
  })
})

describe('L8: cooperation is a means', () => {
  const asked = [
    '連携が進む',
    '医療と介護の連携が進んでいる',
    '多職種連携の強化',
    '関係機関の連携体制が構築されている',
    '顔の見える関係ができている',
    '医療機関と介護事業所が情報を共有できている',
    '住民と専門職の連携が深まる',
    '多職種が日頃から連携できている',
    '支援者どうしのネットワークが広がる',
    '病院とケアマネジャーの情報共有がスムーズになる',
  ]
  const silent = [
    '多職種の連携により、本人が望む場所で最期まで過ごせる',
    '専門職が連携し、退院した人が家に戻れる',
    '専門職が連携して本人を支え、自宅で過ごせる日が増える',
    '住民が安心して暮らしている',
    '町民が近所とのつながりを持ちつづけている',
    '退院後に困ったとき、すぐ相談できる人が増える',
    '連携パスを使った人が、予定の日に家に帰れる',
  ]
  it('asks what comes after it, in the far outcomes', () => {
    expect(misjudged({ asked, silent }, outcome('L8'))).to.deep.equal(FINE)
    expect(misjudged({ asked, silent }, outcome('L8', 'final'))).to.deep.equal(FINE)
    expect(ofBox('L8', { kind: 'initial', text: '連携が進む' })).to.equal(null)
  })
})

describe('L5: busy, or of use', () => {
  const indicator = (text: string, type = 'outcome') => {
    const body = model([{ id: 'b', kind: 'initial', text: '町民が知っている' }], [], [{ box: 'b', text, type }])
    return asks('L5', { logic_model: body })[0]?.message ?? null
  }
  const asked = [
    '研修会の開催回数',
    '多職種研修の参加者数',
    'パンフレットの配布数',
    '出前講座の回数',
    '訪問件数',
    '会議の開催件数（年間）',
    'ACP講座の延べ受講者数',
    '広報紙への掲載回数',
    '退院前カンファレンスの実施件数',
    '看取りについての講演会の参加人数',
    'ホームページのアクセス数',
    '相談会に来た参加者の人数',
    '研修の参加率',
    '通いの場の開催数',
  ]
  const silent = [
    '救急搬送の件数',
    '再入院の回数',
    '自宅で最期を迎えた人の数',
    '研修のあと、自宅で看取った件数',
    '退院後3か月以内に認定を申請した人の数',
    '訪問診療を受けている人の数',
    '教室に通って外出が増えた人の割合',
    '短期集中サービスを終えて元の暮らしに戻った人の数',
    '最期の希望を家族と話し合ったことがある人の割合',
    '転倒して骨折した件数',
    '要介護2以上の認定率',
    '相談先を知っている町民の割合',
    '週1回以上、通いの場に参加する高齢者の割合',
    '平均在院日数',
  ]
  it('asks of outcome indicators that count our own doings', () => {
    expect(misjudged({ asked, silent }, indicator)).to.deep.equal(FINE)
  })
  it('has nothing against such a number where it belongs', () => {
    expect(indicator('研修会の開催回数', 'output')).to.equal(null)
    expect(indicator('研修会の開催回数', 'process')).to.equal(null)
    expect(indicator('研修会の開催回数', '')).to.include('活動量')
  })
})
