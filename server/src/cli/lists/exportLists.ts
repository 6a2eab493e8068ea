import { exportedFile } from '../../report/exportedFile.ts'
import { findingLineIndex } from '../../report/findings.ts'
import type { ExportedFile, ExportReport } from '../../report/schema.ts'
import type { Finding } from '../../rules/rule.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import { isExportPath, readExportedList } from '../input/exportedList.ts'
import { readLists } from '../input/readLists.ts'
import { attempt } from '../io/attempt.ts'
import type { Io } from '../io/io.ts'
import { relativePath } from '../io/paths.ts'
import { printError } from '../io/printError.ts'

/** The result of an export; `failed` if a path could not be read. */
export interface Exported {
  readonly report: ExportReport
  readonly failed: boolean
}

/** Reads the lists that these paths name, and the exports of LFX programs as lists. Errors, and findings of project files, go to stderr. */
export async function exportLists(paths: readonly string[], configuration: CliConfiguration, io: Io): Promise<Exported> {
  const files: ExportedFile[] = []
  let failed = false
  for (const path of paths.filter(isExportPath)) {
    try {
      files.push(await readExportedList(path, configuration, io))
    } catch (error) {
      printError(path, errorMessage(error), io)
      failed = true
    }
  }
  const others = paths.filter((path) => !isExportPath(path))
  for await (const outcome of readLists(others, configuration, io)) {
    const tried = outcome.kind === 'list' ? attempt(outcome.path, () => exportedFile(outcome.path, outcome.file)) : null
    const failure = outcome.kind === 'failure' ? outcome : tried && 'failure' in tried ? tried.failure : null
    if (failure) printError(failure.path, failure.message, io)
    else if (tried && 'result' in tried) files.push(tried.result)
    else if (outcome.kind === 'other' && outcome.named)
      io.stderr(`idea-files: ${sanitizeControlCharacters(outcome.path)} is not an idea list\n`)
    failed ||= failure !== null
  }
  for (const { path, message } of configuration.failures()) printError(relativePath(path, io), message, io)
  for (const { path, text, findings } of configuration.projectFiles()) {
    const lines = findingLineIndex(text)
    const place = ({ span }: Finding): string => {
      const { line, character } = lines.positionAt(span.start)
      return `${relativePath(path, io)}:${line + 1}:${character + 1}`
    }
    for (const finding of findings) printError(place(finding), finding.message, io)
  }
  return { report: { files }, failed: failed || configuration.failures().length > 0 }
}
