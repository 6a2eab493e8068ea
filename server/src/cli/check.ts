import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Profile } from '../model/types.ts'
import { rules } from '../rules/index.ts'
import type { Finding } from '../rules/rule.ts'
import { createLinter } from '../rules/runner.ts'
import { type LineIndex, lineIndex } from '../text/lines.ts'
import type { Io } from './io.ts'
import { type Outcome, readLists } from './lists.ts'
import type { CheckedFile, CheckReport, ReportedFinding } from './schema.ts'

/** Checks what these paths name. Files that were only found in a folder and are no idea lists are left out. */
export async function check(paths: readonly string[], profile: Profile | null, io: Io): Promise<CheckReport> {
  const linter = createLinter(rules, (message) => io.stderr(`idea-files: ${message}\n`))
  const files: CheckedFile[] = []
  const errors: CheckReport['errors'] = []
  for await (const outcome of readLists(paths, profile, io)) {
    if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
    else if (outcome.kind === 'list') files.push(checked(outcome, linter.lint(outcome.file)))
    else if (outcome.named) files.push({ path: outcome.path, ideaFile: false, profile: null, findings: [] })
  }
  return { files, errors }
}

function checked({ path, file }: Extract<Outcome, { kind: 'list' }>, findings: readonly Finding[]): CheckedFile {
  const lines = linesOf(file.text)
  return { path, ideaFile: true, profile: file.profile.id, findings: findings.map((finding) => reported(finding, lines)) }
}

/** The lines of a text that does not change. */
export const linesOf = (text: string): LineIndex => lineIndex(TextDocument.create('', 'markdown', 0, text), 'utf-16')

function reported({ code, severity, message, span, fix }: Finding, lines: LineIndex): ReportedFinding {
  const start = lines.positionAt(span.start)
  const end = lines.positionAt(span.end)
  return {
    code,
    severity,
    message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    fix,
  }
}
