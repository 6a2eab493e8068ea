import { sanitizeControlCharacters } from './sanitize.ts'

/** What makes a spreadsheet read a cell as a formula (OWASP, "CSV Injection"), including the wide forms of East Asian keyboards. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

// other spreadsheets split cells at semicolons or tabs, also inside our quotation marks; a space keeps all but `=` from being a formula
const innerFormula = /([;\t\r\n])(?=[=+\-@＝＋－＠])|([;\t\r\n][^\S\t\r\n]+)(?=[=＝])/g

/** A cell of RFC 4180, with an apostrophe before what a spreadsheet would run as a formula: `a;=b` → `"a;'=b"`. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  // control characters would act on a terminal
  const shown = value.replace(/[^\t\r\n]+/g, sanitizeControlCharacters)
  const inside = shown.replace(innerFormula, "$&'")
  const text = formula.test(shown) ? `'${inside}` : inside
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as in RFC 4180: commas, CRLF after each row, the first row is the header. Null is an empty cell. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
