/** The rows of text that was copied from a sheet: cells are separated by tabs, and quoted if they contain line breaks. */
export function sheetRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    rows.at(-1)!.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).replace(/\s+/g, ' ').trim())
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

/**
 * The lines `Label: value` of a sheet with a label and a value in each row, or with a row of labels and a row of values for each idea; the
 * text itself if it is neither.
 */
export function unrolledSheet(text: string, isLabel: (cell: string) => boolean): readonly string[] {
  if (!text.includes('\t')) return [text]
  const rows = sheetRows(text)
  const countLabels = (cells: readonly (string | undefined)[]): number =>
    cells.filter((cell) => cell !== undefined && isLabel(cell.replace(/:$/, ''))).length
  const [head = [], ...ideas] = rows
  const isPairs = rows.length > 1 && rows.every(({ length }) => length === 2) && countLabels(rows.map(([label]) => label)) >= 2
  const isTable =
    ideas.length > 0 && head.length > 2 && countLabels(head) >= 2 && ideas.every((values) => values.length <= head.length)
  if (isTable) return ideas.map((values) => linesOfPairs(head.map((label, index) => [label, values[index] ?? ''])))
  return [isPairs ? linesOfPairs(rows) : text]
}

/** Labels with their values; of a pair that lacks one, the other. */
const linesOfPairs = (pairs: readonly (readonly string[])[]): string =>
  pairs
    .map(([label = '', value = '']) => (label === '' || value === '' ? label + value : `${label.replace(/:$/, '')}: ${value}`))
    .filter((line) => line !== '')
    .join('\n')
