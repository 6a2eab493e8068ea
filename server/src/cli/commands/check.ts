import { lineIndexOf, toReportedFinding } from '../../report/findings.ts'
import type { CheckedFile, CheckReport } from '../../report/schema.ts'
import { createLinter } from '../../rules/engine/runner.ts'
import { rules } from '../../rules/index.ts'
import type { Finding, Related } from '../../rules/rule.ts'
import { earlierPeers } from '../../workspace/peers.ts'
import type { ChangedLines } from '../git/changedLines.ts'
import { allLines, noLines, type TouchedLines } from '../git/patch.ts'
import { touchedFindings, touchedIn, touching } from '../git/touchedFindings.ts'
import { fromHere, type Setup } from '../input/configuration.ts'
import type { Failure } from '../input/findFiles.ts'
import { type PeerLists, peerListsOf } from '../input/peerLists.ts'
import { type ReadList, readLists, writeList } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'
import { fixFile } from './fix.ts'

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
  changes: ChangedLines | null,
  setup: Setup,
  io: Io,
): Promise<Checked> {
  const linter = createLinter(rules, (message) => io.stderr(`idea-files: ${message}\n`))
  // lists are held against one another, so that none is reported before all are read
  const files: (CheckedFile | { readonly list: ReadList; readonly lines: TouchedLines | null })[] = []
  const errors: Failure[] = []
  const fixed: FixedFile[] = []
  const linesIn = (path: string) => (changes === null ? allLines : changes(io.absolute(path)))
  for await (const outcome of readLists(paths, setup, io)) {
    const lines = linesIn(outcome.kind === 'list' ? outcome.source : outcome.path)
    // a path that was named and cannot be read is told in any case: it may not even be there
    if (lines === null && outcome.kind !== 'list' && !(outcome.kind === 'failure' && outcome.named)) continue
    if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
    else if (outcome.kind === 'other' && outcome.named) files.push(noList(outcome.path))
    else if (outcome.kind === 'list') {
      const mended = fix && lines ? fixFile(outcome, linter.lint(outcome.file, outcome.effective.severities), linter) : null
      const failure = mended && (await writeList(outcome, mended.list.file.text, io))
      if (failure) errors.push(failure)
      else if (mended) fixed.push({ path: outcome.path, findings: mended.count })
      files.push({ list: mended && !failure ? mended.list : outcome, lines })
    }
  }
  const beside = peerListsOf(files.flatMap((each) => ('list' in each ? [each.list] : [])))
  const touchedElsewhere = ({ uri, span }: Related): boolean => {
    const list = uri === undefined ? undefined : beside.find(uri)
    const touched = list && linesIn(list.source)
    return Boolean(touched && touching(list.file.text, touched)(span, false))
  }
  const checked = files.flatMap((each) => {
    if (!('list' in each)) return [each]
    const { list, lines } = each
    const peers = earlierPeers(list.file.path, beside.known)
    if (lines === null && peers.length === 0) return []
    const all = linter.lint(list.file, list.effective.severities, peers)
    const findings = changes === null ? all : touchedFindings(list.file, all, lines ?? noLines, touchedElsewhere)
    return lines === null && findings.length === 0 ? [] : [listReport(list, findings, beside)]
  })
  const projectFiles = setup.used().flatMap(({ path, text, findings: all }) => {
    const touched = linesIn(path)
    const findings = touched === null ? [] : changes === null ? all : touchedIn(text, all, touched)
    if (findings.length === 0) return []
    const lines = lineIndexOf(text)
    return [{ ...noList(fromHere(path, io)), findings: findings.map((finding) => toReportedFinding(finding, lines)) }]
  })
  const unread = setup.failures().map(({ path, message }) => ({ path: fromHere(path, io), message }))
  return { report: { files: [...projectFiles, ...checked], errors: [...unread, ...errors] }, fixed }
}

const noList = (path: string): CheckedFile => ({ path, ideaFile: false, profile: null, findings: [] })

function listReport(list: ReadList, findings: readonly Finding[], beside: PeerLists): CheckedFile {
  const { path, file } = list
  const whereIs = ({ uri }: Related) => {
    const other = uri === undefined ? list : beside.find(uri)
    return other ? { path: other.path, lines: beside.linesOf(other) } : null
  }
  const shown = findings.map((finding) => toReportedFinding(finding, beside.linesOf(list), whereIs))
  return { path, ideaFile: true, profile: file.profile.id, findings: shown }
}
