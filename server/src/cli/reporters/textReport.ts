import type { CheckedFile, CheckReport, ReportedFinding } from '../../report/schema.ts'
import type { Severity } from '../../rules/rule.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { pluralize } from '../../text/wording.ts'
import type { FixedList } from '../lists/checkLists.ts'

type Paint = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green'

const ansiCodes: Readonly<Record<Paint, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 }

const severityPaints: Readonly<Record<Severity, Paint>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' }

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint']

type Painter = (text: string, paint: Paint) => string

const textReportPainter =
  (useColors: boolean): Painter =>
  (text, paint) =>
    useColors ? `\u001b[${ansiCodes[paint]}m${text}\u001b[0m` : text

/** The options of `check` that the summary mentions. */
export interface ReportOptions {
  readonly paths: readonly string[]
  readonly maxWarnings: number
  readonly changedSince: string | null
}

/** The report as text: findings below their file, in columns, and a summary. */
export function textReport(report: CheckReport, asked: ReportOptions, useColors: boolean): string {
  const paint = textReportPainter(useColors)
  // if there is not a list at all, the summary says so
  const blocks = report.files.some((file) => file.ideaFile || file.findings.length > 0)
    ? report.files.flatMap((file) => textReportBlock(file, paint))
    : []
  return [...blocks, textReportSummary(report, asked, paint), ''].join('\n')
}

/** The number of fixed problems, one list per line. */
export const textReportOfFixes = (fixed: readonly FixedList[]): string =>
  fixed.length === 0
    ? 'Nothing to fix.\n'
    : fixed.map(({ path, findings }) => `${sanitizeControlCharacters(path)}: fixed ${pluralize(findings, 'problem')}\n`).join('')

/** The length of the longest word (`Math.max(...lengths)` fails for very many). */
const textReportWidth = (words: readonly string[]): number => words.reduce((width, word) => Math.max(width, word.length), 0)

function textReportBlock(file: CheckedFile, paint: Painter): readonly string[] {
  const path = paint(sanitizeControlCharacters(file.path), 'bold')
  if (file.findings.length === 0) return file.ideaFile ? [] : [`${path} ${paint('is not an idea list', 'dim')}`, '']
  const places = file.findings.map(({ line, column }) => `${line}:${column}`)
  const widths = {
    place: textReportWidth(places),
    severity: textReportWidth(file.findings.map(({ severity }) => severityWords[severity])),
    code: textReportWidth(file.findings.map(({ code }) => code)),
  }
  // a place in the same file is easy to find
  const elsewhere = ({ related = [] }: ReportedFinding): readonly string[] =>
    related
      .filter(({ path }) => path !== file.path)
      .map(({ path, line, column, message }) => {
        const indent = ' '.repeat(widths.place + widths.severity + widths.code + 9)
        return (
          indent + paint(`${sanitizeControlCharacters(path)}:${line}:${column}  ${sanitizeControlCharacters(message)}`, 'dim')
        )
      })
  const line = ({ severity, code, message }: ReportedFinding, index: number): string =>
    [
      ' ',
      places[index]!.padStart(widths.place),
      paint(severityWords[severity].padEnd(widths.severity), severityPaints[severity]),
      paint(code.padEnd(widths.code), 'dim'),
      sanitizeControlCharacters(message),
    ].join('  ')
  const profile = file.profile === null ? [] : [paint(file.profile, 'dim')]
  const lines = file.findings.flatMap((finding, index) => [line(finding, index), ...elsewhere(finding)])
  return [[path, ...profile].join(' '), ...lines, '']
}

function textReportSummary(
  { files, errors }: CheckReport,
  { paths, maxWarnings, changedSince }: ReportOptions,
  paint: Painter,
): string {
  const lists = files.filter((file) => file.ideaFile)
  const findings = files.flatMap((file) => file.findings)
  const unread = errors.length > 0 ? paint(`; ${pluralize(errors.length, 'path')} could not be read`, 'red') : ''
  if (lists.length === 0 && findings.length === 0) {
    const where = paths.length > 3 ? pluralize(paths.length, 'path') : paths.map(sanitizeControlCharacters).join(', ')
    if (errors.length > 0) return `No idea lists read${unread}.`
    return `No idea lists ${changedSince === null ? 'found' : `changed since ${sanitizeControlCharacters(changedSince)}`} in ${where}.`
  }
  if (findings.length === 0) {
    const what = `No problems in ${pluralize(lists.length, changedSince === null ? 'list' : 'changed list')}`
    return `${paint(what, 'green')}${unread}.`
  }
  const parts = severityOrder.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length
    return number === 0
      ? []
      : [paint(severity === 'information' ? `${number} info` : pluralize(number, severity), severityPaints[severity])]
  })
  const hit = lists.filter((file) => file.findings.length > 0).length
  const others = files.filter((file) => !file.ideaFile && file.findings.length > 0).length
  const inLists = hit === lists.length ? pluralize(hit, 'list') : `${hit} of ${pluralize(lists.length, 'list')}`
  const where = [...(hit > 0 ? [inLists] : []), ...(others > 0 ? [pluralize(others, 'configuration file')] : [])].join(' and ')
  const warnings = findings.filter((finding) => finding.severity === 'warning').length
  const limit = warnings > maxWarnings ? `; at most ${pluralize(maxWarnings, 'warning')} allowed` : ''
  return `${pluralize(findings.length, 'problem')} in ${where}: ${parts.join(', ')}${limit}${unread}.`
}
