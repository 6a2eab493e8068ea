/** Spreadsheets take a cell that begins so for a formula (OWASP, "CSV Injection"). Includes the full-width forms of East Asian keyboards. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell as in RFC 4180, with an apostrophe before a formula: the texts are not trusted. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as in RFC 4180: comma-separated, CRLF after each, the header first. Null is an empty cell. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
