import type { Demo } from './demonstration.ts'

type Places = Record<string, string>

/** Those who only read a sheet bring no file into it. */
export const SHEET_CLOSER = ['/new', '/:fileId', '/:fileId/marked'].map((end) => `/sheets/:ref/workbook${end}`)

/** A sheet of みどり町 with a file laid in, and a form of the year's sheets. */
export async function sheetPlaces(demo: Demo): Promise<Places> {
  const aoi = await demo.browse('aoi')
  const to = `/regions/${demo.region('みどり町')}/sheets/profile`
  await aoi.open(`${to}/workbook`)
  await aoi.upload(`${to}/workbook`, [{ field: 'workbook', name: '自治体概要.xlsx', bytes: aoi.bytes }])
  const fileId = aoi.url.split('/').at(-1) ?? ''
  const file = '/regions/:regionId/sheets/:ref/workbook/:fileId'
  const form = '/programmes/:programmeId/sheet-templates/:key'
  const ends = ['', '/print', '/workbook', '/workbook/new', '/workbook/:fileId', '/workbook/:fileId/marked']
  const forms = ['', '/preview', '/fields/:field', '/sections/:section']
  return {
    ref: 'status_sheet',
    ...Object.fromEntries(ends.map((end) => [`/regions/:regionId/sheets/:ref${end} :ref`, 'profile'])),
    ...{ [`${file} :fileId`]: fileId, [`${file}/marked :fileId`]: fileId },
    ...Object.fromEntries(forms.map((end) => [`${form}${end} :key`, 'profile'])),
    ...{ [`${form}/fields/:field :field`]: 'contractors', [`${form}/sections/:section :section`]: 'organisation' },
  }
}
