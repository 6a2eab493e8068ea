import type { CheckReport, ReportedFinding } from '../../report/schema.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { oneLine, pluralize } from '../../text/wording.ts'

/** Rows of a table: GitHub shows at most 1 MB of a summary. */
const maxSummaryRows = 500

const summarySeverities: Readonly<Record<ReportedFinding['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
}

/** The findings as a Markdown table, for the summary of a job or a comment. */
export function markdownReport({ files, errors }: CheckReport): string {
  const findings = files.flatMap(({ path, findings: own }) => own.map((finding) => ({ path, finding })))
  const lists = files.filter(({ ideaFile }) => ideaFile).length
  const rows = findings.slice(0, maxSummaryRows).map(({ path, finding }) => {
    const { severity, line, message, code, fix } = finding
    const cells = [summarySeverities[severity], `${path}:${line}`, message, code, fix === 'none' ? '' : fix]
    return `| ${cells.map(markdownReportCell).join(' | ')} |`
  })
  const more = findings.length - rows.length
  const table = rows.length === 0 ? [] : ['| | Place | Problem | Rule | Fix |', '|---|---|---|---|---|', ...rows, '']
  return [
    '### Idea Files',
    '',
    `${pluralize(findings.length, 'problem')} in ${pluralize(lists, 'list')}.`,
    '',
    ...table,
    ...(more > 0 ? [`${more} more ${more === 1 ? 'is' : 'are'} in the log.`, ''] : []),
    ...errors.flatMap(({ path, message }) => [
      `- **${markdownReportCell(path)}** was not checked: ${markdownReportCell(message)}`,
      '',
    ]),
  ].join('\n')
}

/** A text that is only text in a cell of a table. */
const markdownReportCell = (text: string): string =>
  sanitizeControlCharacters(oneLine(text)).replace(/[\\`*_[\]<>|#&~!@]/g, (mark) => `&#${mark.charCodeAt(0)};`)
