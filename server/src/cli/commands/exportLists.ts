import { exportedFile } from '../../report/exportedFile.ts'
import { lineIndexOf } from '../../report/findings.ts'
import type { ExportedFile, ExportReport } from '../../report/schema.ts'
import type { Finding } from '../../rules/rule.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { type CliConfiguration, relativePath } from '../input/configuration.ts'
import { readLists } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'

/** The result of an export; `failed` if a path could not be read. */
export interface Exported {
  readonly report: ExportReport
  readonly failed: boolean
}

/** Reads the lists that these paths name. Errors, and findings of project files, go to stderr. */
export async function exportLists(paths: readonly string[], configuration: CliConfiguration, io: Io): Promise<Exported> {
  const files: ExportedFile[] = []
  let failed = false
  for await (const outcome of readLists(paths, configuration, io)) {
    if (outcome.kind === 'list') files.push(exportedFile(outcome.path, outcome.file))
    else if (outcome.kind === 'failure') io.stderr(`idea-files: ${sanitizeControlCharacters(outcome.path)}: ${outcome.message}\n`)
    else if (outcome.kind === 'other' && outcome.named)
      io.stderr(`idea-files: ${sanitizeControlCharacters(outcome.path)} is no idea list\n`)
    failed ||= outcome.kind === 'failure'
  }
  for (const { path, message } of configuration.failures()) io.stderr(`idea-files: ${relativePath(path, io)}: ${message}\n`)
  for (const { path, text, findings } of configuration.projectFiles()) {
    const lines = lineIndexOf(text)
    const place = ({ span }: Finding): string => {
      const { line, character } = lines.positionAt(span.start)
      return `${relativePath(path, io)}:${line + 1}:${character + 1}`
    }
    for (const finding of findings) io.stderr(`idea-files: ${place(finding)}: ${finding.message}\n`)
  }
  return { report: { files }, failed: failed || configuration.failures().length > 0 }
}
