import type { CheckReport, ReportedFinding } from '../../report/schema.ts'
import type { Severity } from '../../rules/rule.ts'
import { breakOldCommands } from '../io/runnerCommands.ts'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** Escapes the message of a workflow command. */
const escapeGithubMessage = (text: string): string =>
  breakOldCommands(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** Escapes a property of a workflow command, which a comma or colon would end. */
const escapeGithubProperty = (text: string): string => escapeGithubMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const githubWorkflowCommand = (
  command: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string => {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeGithubProperty(String(value))}`)
  return `::${command} ${written.join(',')}::${escapeGithubMessage(message)}`
}

/** Workflow commands that show each finding next to its line in a pull request, where GitHub looks for paths from the repository's root. */
export function githubReport({ files, errors }: CheckReport, pathInRepository: (path: string) => string): string {
  const findings = files.flatMap(({ path, findings }) =>
    findings.map((finding) => githubAnnotation(path, finding, pathInRepository)),
  )
  const unread = errors.map(({ path, message }) =>
    githubWorkflowCommand('error', { file: pathInRepository(path) }, `${path}: ${message}`),
  )
  return [...findings, ...unread].map((line) => `${line}\n`).join('')
}

function githubAnnotation(path: string, finding: ReportedFinding, pathInRepository: (path: string) => string): string {
  const { severity, code, line, column, endLine, endColumn, related = [] } = finding
  // an annotation has no links
  const elsewhere = related
    .filter((place) => place.path !== path)
    .map((place) => `${pathInRepository(place.path)}:${place.line}: ${place.message}`)
  const message = [finding.message, ...elsewhere].join('\n')
  // GitHub accepts columns only if both are on one line
  const end = line === endLine ? { endLine, endColumn } : { endLine }
  return githubWorkflowCommand(
    commands[severity],
    { file: pathInRepository(path), line, col: column, ...end, title: `Idea Files: ${code}` },
    message,
  )
}
