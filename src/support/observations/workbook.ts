import { type List, listOf } from '../../platform/office/csv.ts'
import { dayOf } from '../../platform/time.ts'
import { type Observation, READERS } from './observations.ts'

/** The prefecture's notes in their three parts. */
export const observationList = (
  observations: readonly Observation[],
  names: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
): List =>
  listOf<Observation>(
    [
      ['都道府県・所属', 24, ({ prefectureId, organisationId }) => names.get(prefectureId ?? organisationId)],
      ['地域', 20, ({ regionId }) => names.get(regionId)],
      ['回', 16, ({ meetingId }) => labels.get(meetingId ?? '') ?? '回のほか'],
      ['学んだこと', 50, ({ learned }) => learned],
      ['自県で使えること', 50, ({ usable }) => usable],
      ['県にできること', 50, ({ prefectureCan }) => prefectureCan],
      ['書いた人', 18, ({ personName }) => personName],
      ['書いた日', 12, ({ changedAt, writtenAt }) => dayOf(changedAt ?? writtenAt)],
      ['読む人', 20, ({ readers }) => READERS[readers]],
    ],
    observations,
  )
