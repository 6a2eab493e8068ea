import { createLinter } from '../rules/engine/runner.ts'
import { rules } from '../rules/index.ts'
import type { Finding } from '../rules/rule.ts'
import type { Changes } from './changes.ts'
import type { Failure } from './files.ts'
import { mend } from './fix.ts'
import type { Io } from './io.ts'
import { type ReadList, readLists, writeList } from './lists.ts'
import { allLines } from './patch.ts'
import { linesOf, reported } from './reported.ts'
import type { CheckedFile, CheckReport } from './schema.ts'
import { fromHere, type Setup } from './setup.ts'
import { touchedFindings, touchedIn } from './touched.ts'

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
 * idea lists are left out; of the project files those are reported in which something is wrong, before the lists. With `changes` only
 * what they touched is reported; the other lists are read all the same, and left out.
 */
export async function check(
  paths: readonly string[],
  fix: boolean,
  changes: Changes | null,
  setup: Setup,
  io: Io,
): Promise<Checked> {
  const linter = createLinter(rules, (message) => io.stderr(`idea-files: ${message}\n`))
  const files: CheckedFile[] = []
  const errors: Failure[] = []
  const fixed: FixedFile[] = []
  const linesIn = (path: string) => (changes === null ? allLines : changes(io.absolute(path)))
  for await (const outcome of readLists(paths, setup, io)) {
    const lines = linesIn(outcome.kind === 'list' ? outcome.source : outcome.path)
    // a path that was named and cannot be read is told in any case: it may not even be there
    if (lines === null && !(outcome.kind === 'failure' && outcome.named)) continue
    if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
    else if (outcome.kind === 'other' && outcome.named) files.push(noList(outcome.path))
    else if (outcome.kind === 'list') {
      const before = linter.lint(outcome.file, outcome.effective.severities)
      const mended = fix ? mend(outcome, before, linter) : null
      const failure = mended && (await writeList(outcome, mended.list.file.text, io))
      if (failure) errors.push(failure)
      else if (mended) fixed.push({ path: outcome.path, findings: mended.count })
      const [list, findings] = mended && !failure ? [mended.list, mended.findings] : [outcome, before]
      files.push(listReport(list, changes && lines ? touchedFindings(list.file, findings, lines) : findings))
    }
  }
  const projectFiles = setup.used().flatMap(({ path, text, findings: all }) => {
    const touched = linesIn(path)
    const findings = touched === null ? [] : changes === null ? all : touchedIn(text, all, touched)
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
