import type { Starter } from './model-starters.ts'

/** 災害時の対応: written by us in plain words; a region rewrites them as its own. */
export const disaster: Starter = {
  scene: 'disaster',
  label: '災害時の対応',
  finals: [
    {
      key: 'disaster-f1',
      text: '災害が起きても、医療と介護がいる住民の命と暮らしが守られている',
      subject: '住民',
      indicators: [
        {
          text: '災害・訓練のとき、24時間以内に無事が分かった在宅療養者の割合',
          type: 'outcome',
          source: '安否確認の記録（訓練をふくむ）',
          method: '24時間以内に分かった人 ÷ 名簿の人',
          watch: '市町村の担当課が、訓練のたびに数える',
        },
        {
          text: '避難のあと1か月で、要介護度が上がった人の割合',
          type: 'outcome',
          source: '要介護認定データ（保険者）',
          method: '1か月以内の区分変更で上がった人 ÷ 避難した認定者',
        },
      ],
    },
  ],
  intermediates: [
    {
      key: 'disaster-m1',
      text: '人工呼吸器や酸素を使う住民が、停電しても療養を続けられる備えを持っている',
      subject: '住民',
      indicators: [
        {
          text: '電源と避難先を書いた個別避難計画がある人の割合',
          type: 'structure',
          source: '個別避難計画（市町村）',
          method: '計画がある人 ÷ 医療機器を使う在宅療養者',
          watch: '保健師と訪問看護が、年に一度見なおす',
        },
        {
          text: '計画どおりに一度やってみた人の割合',
          type: 'outcome',
          source: '訓練の記録',
          method: 'やってみた人 ÷ 計画がある人',
        },
      ],
    },
    {
      key: 'disaster-m2',
      text: '避難した住民に、ふだんの医療と介護の情報が届いている',
      subject: '住民',
      indicators: [
        {
          text: 'お薬手帳や療養の情報を持ち出せた人の割合',
          type: 'outcome',
          source: '訓練の記録',
          method: '持ち出せた人 ÷ 訓練に加わった療養者',
          watch: '訓練の受付で、係が見る',
        },
        {
          text: '福祉避難所に、医療と介護の受け持ちが決まっている割合',
          type: 'structure',
          source: '市町村の防災担当の記録',
          method: '受け持ちが決まっている所 ÷ 福祉避難所',
        },
      ],
    },
    {
      key: 'disaster-m3',
      text: '事業所が被災しても、住民のサービスが早く再開されている',
      subject: '住民',
      indicators: [
        {
          text: '業務継続計画を職員と練習した事業所の割合',
          type: 'process',
          source: '事業所への質問票',
          method: '1年以内に練習した ÷ 答えた事業所',
        },
        {
          text: '災害時に連絡し合う相手が決まっている事業所の割合',
          type: 'structure',
          source: '事業所への質問票',
          method: '決まっている ÷ 答えた事業所',
        },
      ],
    },
  ],
}
