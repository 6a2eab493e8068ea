import type { Severity } from '../rules/rule.ts'
import type { CheckedFile, CheckReport, ReportedFinding } from './schema.ts'

type Paint = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green'

const codes: Readonly<Record<Paint, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 }

const severityPaints: Readonly<Record<Severity, Paint>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' }

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint']

type Painter = (text: string, paint: Paint) => string

const painter =
  (colours: boolean): Painter =>
  (text, paint) =>
    colours ? `\u001b[${codes[paint]}m${text}\u001b[0m` : text

/** A text out of a file as it may go to a terminal: control characters and those that turn the writing direction would do things there. */
export const harmless = (text: string): string => text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·')

const many = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

/** The report for a person's eyes: findings under their file in columns, and a summary. `paths` are those that were asked for. */
export function textReport(report: CheckReport, paths: readonly string[], maxWarnings: number, colours: boolean): string {
  const paint = painter(colours)
  // where there is no list at all the summary says so, of every path
  const blocks = report.files.some((file) => file.ideaFile) ? report.files.flatMap((file) => blockOf(file, paint)) : []
  return [...blocks, summary(report, paths, maxWarnings, paint), ''].join('\n')
}

function blockOf(file: CheckedFile, paint: Painter): readonly string[] {
  const path = paint(harmless(file.path), 'bold')
  if (!file.ideaFile) return [`${path} ${paint('is no idea list', 'dim')}`, '']
  if (file.findings.length === 0) return []
  const places = file.findings.map(({ line, column }) => `${line}:${column}`)
  const widths = {
    place: Math.max(...places.map((place) => place.length)),
    severity: Math.max(...file.findings.map(({ severity }) => severityWords[severity].length)),
    code: Math.max(...file.findings.map(({ code }) => code.length)),
  }
  const line = ({ severity, code, message }: ReportedFinding, index: number): string =>
    [
      ' ',
      places[index]!.padStart(widths.place),
      paint(severityWords[severity].padEnd(widths.severity), severityPaints[severity]),
      paint(code.padEnd(widths.code), 'dim'),
      harmless(message),
    ].join('  ')
  return [`${path} ${paint(file.profile ?? '', 'dim')}`, ...file.findings.map(line), '']
}

function summary({ files, errors }: CheckReport, paths: readonly string[], maxWarnings: number, paint: Painter): string {
  const lists = files.filter((file) => file.ideaFile)
  const findings = lists.flatMap((file) => file.findings)
  const unread = errors.length > 0 ? paint(`, ${many(errors.length, 'path')} not read`, 'red') : ''
  if (lists.length === 0) {
    const where = paths.length > 3 ? many(paths.length, 'path') : paths.map(harmless).join(', ')
    return errors.length > 0 ? `No idea list read${unread}.` : `No idea list found in ${where}.`
  }
  if (findings.length === 0) return `${paint(`${many(lists.length, 'list')} checked, nothing to report`, 'green')}${unread}.`
  const parts = severities.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length
    return number === 0
      ? []
      : [paint(severity === 'information' ? `${number} info` : many(number, severity), severityPaints[severity])]
  })
  const hit = lists.filter((file) => file.findings.length > 0).length
  const where = lists.length === 1 ? '1 list' : `${hit} of ${many(lists.length, 'list')}`
  const warnings = findings.filter((finding) => finding.severity === 'warning').length
  const limit = warnings > maxWarnings ? `; at most ${many(maxWarnings, 'warning')} allowed` : ''
  return `${many(findings.length, 'finding')} in ${where}: ${parts.join(', ')}${limit}${unread}.`
}
