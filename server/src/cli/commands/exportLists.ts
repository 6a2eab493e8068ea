import { exportedFile } from '../../report/exportedFile.ts'
import { lineIndexOf } from '../../report/findings.ts'
import type { ExportedFile, ExportReport } from '../../report/schema.ts'
import type { Finding } from '../../rules/rule.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { fromHere, type Setup } from '../input/configuration.ts'
import { readLists } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'

/** What an export comes to; `failed` tells whether a path could not be read (said on stderr, as is a named file that is no list). */
export interface Exported {
  readonly report: ExportReport
  readonly failed: boolean
}

/** The model of the lists that these paths name, read as their project files say; what is wrong with those is said on stderr. */
export async function exportLists(paths: readonly string[], setup: Setup, io: Io): Promise<Exported> {
  const files: ExportedFile[] = []
  let failed = false
  for await (const outcome of readLists(paths, setup, io)) {
    if (outcome.kind === 'list') files.push(exportedFile(outcome.path, outcome.file))
    else if (outcome.kind === 'failure') io.stderr(`idea-files: ${sanitizeControlCharacters(outcome.path)}: ${outcome.message}\n`)
    else if (outcome.kind === 'other' && outcome.named)
      io.stderr(`idea-files: ${sanitizeControlCharacters(outcome.path)} is no idea list\n`)
    failed ||= outcome.kind === 'failure'
  }
  for (const { path, message } of setup.failures()) io.stderr(`idea-files: ${fromHere(path, io)}: ${message}\n`)
  for (const { path, text, findings } of setup.used()) {
    const lines = lineIndexOf(text)
    const place = ({ span }: Finding): string => {
      const { line, character } = lines.positionAt(span.start)
      return `${fromHere(path, io)}:${line + 1}:${character + 1}`
    }
    for (const finding of findings) io.stderr(`idea-files: ${place(finding)}: ${finding.message}\n`)
  }
  return { report: { files }, failed: failed || setup.failures().length > 0 }
}
