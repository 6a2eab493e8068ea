import { hasFencedCode } from './pastedCode.ts'

const cellsOfSheet: Readonly<Record<string, RegExp>> = {
  '\t': /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g,
  ',': /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/g,
  ';': /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|\n|\r|$)/g,
}

/** The rows of text that was copied from a sheet: cells are separated by tabs, and quoted if they contain line breaks. */
export function sheetRows(text: string, separator = '\t'): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of text.matchAll(cellsOfSheet[separator]!)) {
    const cell = (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim()
    rows.at(-1)!.push(hasFencedCode(cell) ? cell : cell.replace(/\s+/g, ' '))
    if (end === '') break
    if (end !== separator) rows.push([])
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

/**
 * The lines `Label: value` of a sheet with a label and a value in each row, or with a row of labels and a row of values for each idea; the
 * text itself if it is neither. A Markdown table and values separated by commas or semicolons can be sheets, too.
 */
export function unrolledSheet(text: string, isLabel: (cell: string) => boolean): readonly string[] {
  const countLabels = (cells: readonly (string | undefined)[]): number =>
    cells.filter((cell) => cell !== undefined && isLabel(cell.replace(/:$/, ''))).length
  const isTable = ([head = [], ...ideas]: PastedRows): boolean =>
    ideas.length > 0 && head.length > 2 && countLabels(head) >= 2 && ideas.every((values) => values.length <= head.length)
  const rows = text.includes('\t') ? sheetRows(text) : (markdownRows(text) ?? separatedRows(text, isTable))
  if (isTable(rows)) {
    const [head = [], ...ideas] = rows
    return ideas.map((values) => linesOfPairs(head.map((label, index) => [label, values[index] ?? ''])))
  }
  const isPairs = rows.length > 1 && rows.every(({ length }) => length === 2) && countLabels(rows.map(([label]) => label)) >= 2
  return [isPairs ? linesOfPairs(rows) : text]
}

type PastedRows = readonly (readonly string[])[]

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

/** The rows of a Markdown table without the one below the header; null if the text is anything else. */
function markdownRows(text: string): PastedRows | null {
  const [head, below, ...others] = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isTable =
    head?.includes('|') && below?.includes('|') && delimiterRow.test(below) && others.every((line) => line.includes('|'))
  if (!isTable || head === undefined) return null
  const rows = [head, ...others].map((line) =>
    line
      .replace(/^\||(?<!\\)\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.replaceAll('\\|', '|').trim()),
  )
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

/** The rows of values separated by commas or semicolons, if each has as many as the row of labels; none otherwise. */
function separatedRows(text: string, isTable: (rows: PastedRows) => boolean): PastedRows {
  for (const separator of [',', ';']) {
    const rows = text.includes(separator) ? sheetRows(text.trim(), separator) : []
    if (isTable(rows) && rows.every(({ length }) => length === rows[0]!.length)) return rows
  }
  return []
}

/** Labels with their values; of a pair that lacks one, the other. The number of a row is left out, and code has lines of its own. */
const linesOfPairs = (pairs: PastedRows): string =>
  pairs
    .filter(([label = '', value = '']) => !(/^(?:#|no\.?|nr\.?|№)?$/i.test(label) && /^\d{1,4}\.?$/.test(value)))
    .map(([label = '', value = '']) => {
      if (label === '' || value === '') return label + value
      return `${label.replace(/:$/, '')}:${/[\r\n]/.test(value) ? '\n' : ' '}${value}`
    })
    .filter((line) => line !== '')
    .join('\n')
