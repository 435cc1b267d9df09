import { type List, listOf } from '../../platform/office/csv.ts'
import { minuteOf } from '../../platform/time.ts'
import { APPLICATION_STATES, type Application, stateOf } from '../applications/applications.ts'

type Row = Application & { organisation: string }

export const applicationList = (rows: readonly Row[]): List =>
  listOf<Row>(
    [
      ['申し込んだ日時', 18, ({ askedAt }) => minuteOf(askedAt)],
      ['団体', 24, ({ organisation }) => organisation],
      ['氏名', 18, ({ name }) => name],
      ['部署', 24, ({ section }) => section],
      ['メールアドレス', 30, ({ email }) => email],
      ['状態', 18, (row) => APPLICATION_STATES[stateOf(row)]],
      ['確認した人', 18, ({ decidedBy }) => decidedBy],
      ['断った理由', 40, ({ refuseReason }) => refuseReason],
    ],
    rows,
  )
