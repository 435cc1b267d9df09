import { type List, listOf } from '../../platform/office/csv.ts'
import { BUREAUS, ORGANISATION_KINDS, type Organisation } from './organisations.ts'

const yes = (flag: 0 | 1 | null) => (flag === null ? '' : flag ? 'はい' : 'いいえ')

/** The bodies with their codes, figures and contacts. */
export const organisationList = (organisations: readonly Organisation[]): List =>
  listOf<Organisation>(
    [
      ['全国地方公共団体コード', 14, ({ code }) => code],
      ['団体', 24, ({ name }) => name],
      ['よみ', 24, ({ kana }) => kana],
      ['種類', 16, ({ kind }) => ORGANISATION_KINDS[kind]],
      ['都道府県', 12, ({ prefectureName }) => prefectureName],
      ['地方厚生（支）局', 18, ({ bureauCode }) => bureauCode && BUREAUS[bureauCode]],
      ['人口', 12, ({ population }) => population],
      ['65歳以上', 12, ({ populationAged65 }) => populationAged65],
      ['高齢化率（％）', 10, ({ agingRate }) => agingRate],
      ['過疎', 8, ({ isDepopulated }) => yes(isDepopulated)],
      ['中山間', 8, ({ isMountainous }) => yes(isMountainous)],
      ['数字の時点', 14, ({ figuresAsOf }) => figuresAsOf],
      ['数字の出典', 24, ({ figuresSource }) => figuresSource],
      ['担当課', 24, ({ section }) => section],
      ['メール', 30, ({ mailbox }) => mailbox],
      ['電話', 18, ({ telephone }) => telephone],
    ],
    organisations,
  )
