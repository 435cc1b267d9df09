import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import type { RowBook } from '../row-forms/row-forms.ts'

/** A paper that is one list of rows, in its own columns. */
export const bookList = ({ list, fields }: RowBook, body: Body): List =>
  listOf(
    fields.map(
      ({ name, label, kind, options }): Column<Row> => [
        label,
        kind === 'long' ? 40 : 20,
        (row) => {
          const value = row[name] ?? ''
          if (kind === 'check') return value ? 'はい' : ''
          return options && Object.hasOwn(options, value) ? options[value] : value
        },
      ],
    ),
    rowsIn(body, list),
  )
