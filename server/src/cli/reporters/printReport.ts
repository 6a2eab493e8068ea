import { version } from '../../../../package.json'
import { rules } from '../../rules/index.ts'
import type { Io } from '../io/io.ts'
import { jsonText } from '../io/jsonText.ts'
import { printError } from '../io/printError.ts'
import type { Checked } from '../lists/checkLists.ts'
import { markdownReport } from './markdownReport.ts'
import { rdjsonReport } from './rdjsonReport.ts'
import { sarifReport } from './sarifReport.ts'
import { type ReportOptions, textReport, textReportOfFixes } from './textReport.ts'

/** The output formats of `check`. */
export const checkFormats = ['text', 'json', 'github', 'sarif', 'rdjson', 'markdown'] as const

export type CheckFormat = (typeof checkFormats)[number]

/** Reports what was fixed on stderr: programs read stdout. */
export function printFixReport({ fixed }: Checked, io: Io): void {
  if (fixed.length > 0) io.stderr(textReportOfFixes(fixed))
}

/** Prints the result of `check` in the format that was asked for; `pathInRepository` is for SARIF and rdjson. */
export function printCheckReport(
  checked: Checked,
  options: ReportOptions & { readonly format: Exclude<CheckFormat, 'github'>; readonly fix: boolean },
  pathInRepository: (path: string) => string,
  io: Io,
): void {
  const { report, fixed } = checked
  const { format, fix } = options
  if (format === 'text') {
    for (const { path, message } of report.errors) printError(path, message, io)
    io.stdout((fix ? textReportOfFixes(fixed) : '') + textReport(report, options, io.colors))
    return
  }
  printFixReport(checked, io)
  if (format === 'markdown') io.stdout(markdownReport(report))
  else if (format === 'rdjson') {
    const linesOf = (path: string): readonly string[] => checked.textOf(path)?.split(/\r\n|\r|\n/) ?? []
    io.stdout(jsonText(rdjsonReport(report, linesOf, pathInRepository)))
  } else io.stdout(jsonText(format === 'sarif' ? sarifReport(report, { rules, version, pathInRepository }) : report))
}
