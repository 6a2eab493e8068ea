import { TextDocument } from 'vscode-languageserver-textdocument'
import { createLinter } from '../rules/engine/runner.ts'
import { rules } from '../rules/index.ts'
import type { Finding } from '../rules/rule.ts'
import { type LineIndex, lineIndex } from '../text/lines.ts'
import { encodedAs } from './decode.ts'
import type { Failure } from './files.ts'
import { mend } from './fix.ts'
import type { Io } from './io.ts'
import { type ReadList, readLists } from './lists.ts'
import type { CheckedFile, CheckReport, ReportedFinding } from './schema.ts'
import { fromHere, type Setup } from './setup.ts'

/** A list that was written anew, and how many of its findings that mended. */
export interface FixedFile {
  readonly path: string
  readonly findings: number
}

/** What a check came to. */
export interface Checked {
  readonly report: CheckReport
  readonly fixed: readonly FixedFile[]
}

/**
 * Checks what these paths name; with `fix` it mends what is safe to mend first. Files that were only found in a folder and are no
 * idea lists are left out; of the project files those are reported in which something is wrong, before the lists.
 */
export async function check(paths: readonly string[], fix: boolean, setup: Setup, io: Io): Promise<Checked> {
  const linter = createLinter(rules, (message) => io.stderr(`idea-files: ${message}\n`))
  const files: CheckedFile[] = []
  const errors: Failure[] = []
  const fixed: FixedFile[] = []
  for await (const outcome of readLists(paths, setup, io)) {
    if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
    else if (outcome.kind === 'other' && outcome.named) files.push(noList(outcome.path))
    else if (outcome.kind === 'list') {
      const before = linter.lint(outcome.file, outcome.effective.severities)
      const mended = fix ? mend(outcome, before, linter) : null
      const failure = mended && (await write(outcome, mended.list.file.text, io))
      if (failure) errors.push(failure)
      else if (mended) fixed.push({ path: outcome.path, findings: mended.count })
      const [list, findings] = mended && !failure ? [mended.list, mended.findings] : [outcome, before]
      files.push(listReport(list, findings))
    }
  }
  const projectFiles = setup.used().flatMap(({ path, text, findings }) => {
    if (findings.length === 0) return []
    const lines = linesOf(text)
    return [{ ...noList(fromHere(path, io)), findings: findings.map((finding) => reported(finding, lines)) }]
  })
  const unread = setup.failures().map(({ path, message }) => ({ path: fromHere(path, io), message }))
  return { report: { files: [...projectFiles, ...files], errors: [...unread, ...errors] }, fixed }
}

const noList = (path: string): CheckedFile => ({ path, ideaFile: false, profile: null, findings: [] })

function listReport({ path, file }: ReadList, findings: readonly Finding[]): CheckedFile {
  const lines = linesOf(file.text)
  return { path, ideaFile: true, profile: file.profile.id, findings: findings.map((finding) => reported(finding, lines)) }
}

/** Puts the text in place of the list's; what hinders that is a failure. */
async function write({ path, source, bytes }: ReadList, text: string, io: Io): Promise<Failure | null> {
  try {
    await io.write(source, encodedAs(text, bytes))
    return null
  } catch (error) {
    return { path, message: error instanceof Error ? error.message : String(error) }
  }
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
