import type { CheckReport, ReportedFinding } from '../../report/schema.ts'
import type { Severity } from '../../rules/rule.ts'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** What stands in a message of a workflow command. */
const inMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** What stands in a property of one: a comma or colon would end it. */
const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const annotation = (command: string, properties: Readonly<Record<string, string | number>>, message: string): string => {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`)
  return `::${command} ${written.join(',')}::${inMessage(message)}`
}

/** GitHub counts files from the repository's folder. */
const fileOf = (path: string): string => path.replace(/^(?:\.\/)+/, '')

/** Workflow commands that show each finding beside its line in a pull request. */
export function githubReport({ files, errors }: CheckReport): string {
  const findings = files.flatMap(({ path, findings }) => findings.map((finding) => annotationOf(path, finding)))
  const unread = errors.map(({ path, message }) => annotation('error', { file: fileOf(path) }, `${path}: ${message}`))
  return [...findings, ...unread].map((line) => `${line}\n`).join('')
}

function annotationOf(path: string, finding: ReportedFinding): string {
  const { severity, code, line, column, endLine, endColumn, related = [] } = finding
  // an annotation has no links of its own
  const elsewhere = related.filter((place) => place.path !== path).map((place) => `${place.path}:${place.line}: ${place.message}`)
  const message = [finding.message, ...elsewhere].join('\n')
  // GitHub takes columns only where both are on one line
  const end = line === endLine ? { endLine, endColumn } : { endLine }
  return annotation(commands[severity], { file: fileOf(path), line, col: column, ...end, title: code }, message)
}
