import { WireFile } from '../model/uploaded-file.ts'
import { columnsOf } from './columns.ts'
import { type Report, rowsOfKept } from './report.ts'
import { each, type Work } from './slices.ts'

/** How a file begins, what each row is in it, and how it ends. */
interface FileFormat {
  readonly type: string
  readonly begin: string
  readonly row: (values: readonly string[]) => string
  readonly end: string
}

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const inMarkup = (value: string): string => value.replaceAll(/[&<>"]/g, (character) => markup[character] ?? '')
const inCsv = (value: string): string => (/[",\s]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** Meta's files may look otherwise: no header of one was found, and the page says that they may change. */
const formats: Readonly<Record<'csv' | 'xls', FileFormat>> = {
  csv: { type: 'text/csv', begin: '', row: (values) => `${values.map(inCsv).join(',')}\n`, end: '' },
  // The spreadsheet that is plain XML, which Excel opens under this ending.
  xls: {
    type: 'application/vnd.ms-excel',
    begin:
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n' +
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
      '<Worksheet ss:Name="Report"><Table>\n',
    row: (values) => `<Row>${values.map(cellOf).join('')}</Row>\n`,
    end: '</Table></Worksheet></Workbook>\n',
  },
}

function cellOf(value: string): string {
  const isNumber = /^-?\d{1,15}(\.\d+)?$/.test(value)
  return isNumber
    ? `<Cell><Data ss:Type="Number">${value}</Data></Cell>`
    : `<Cell><Data ss:Type="String">${inMarkup(value)}</Data></Cell>`
}

/** Rows are put together in pieces of about so many characters. */
const PIECE = 64_000

/** What a value takes as text of a file. */
const STEPS = 2

/** The file of a report: a line of names, and a line a row. An empty one says so. @see sources insights-export, capture-export-empty */
export function* fileOf(
  report: Report,
  fields: readonly string[],
  format: 'csv' | 'xls',
  name: string,
): Work<WireFile> {
  const { type, begin, row, end } = formats[format]
  const rows = yield* rowsOfKept(report)
  const columns = columnsOf(['date_start', 'date_stop', ...fields], report)
  const pieces: Buffer[] = []
  let text =
    begin + (rows.length > 0 ? row(columns.map((column) => column.name)) : `${row([])}${row(['No data available.'])}`)
  yield* each(rows, columns.length * STEPS, (cell) => {
    text += row(columns.map((column) => column.of(cell) ?? ''))
    if (text.length < PIECE) return
    pieces.push(Buffer.from(text))
    text = ''
  })
  pieces.push(Buffer.from(text + end))
  return new WireFile({ name: `${name}.${format}`, type }, ...pieces)
}
