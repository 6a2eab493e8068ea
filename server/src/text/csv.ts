/** What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), the wide forms of East Asian keyboards among it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell of RFC 4180; an apostrophe before what a spreadsheet would run: the lists are other people's texts. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as RFC 4180 has them: commas, CRLF behind each, the first row being the header. Null is an empty cell. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
