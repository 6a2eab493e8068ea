import { findingLineIndex, toReportedEdit, toReportedFinding } from '../../report/findings.ts'
import type { CheckedFile, CheckReport } from '../../report/schema.ts'
import { createTouchTest, touchedFindings, touchedProjectFileFindings } from '../../report/touchedFindings.ts'
import { allLines, noLines, type TouchedLines } from '../../report/touchedLines.ts'
import { createLinter, type Linter } from '../../rules/engine/createLinter.ts'
import { rules } from '../../rules/index.ts'
import type { Finding, Related } from '../../rules/rule.ts'
import { errorMessage, firstMessageLine } from '../../text/errorMessage.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { earlierPeers } from '../../workspace/peers.ts'
import type { ChangedLines } from '../git/changedLines.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import type { Failure, FoundPath } from '../input/findFiles.ts'
import { type PeerLists, peerListsOf } from '../input/peerLists.ts'
import { type ReadList, readFoundLists, writeList } from '../input/readLists.ts'
import type { Results } from '../input/results.ts'
import { attempt } from '../io/attempt.ts'
import type { Io } from '../io/io.ts'
import { relativePath } from '../io/paths.ts'
import { type FixResult, fixList, safeEditsOfList } from './fixList.ts'
import { reportedFixesOf } from './reportedFixes.ts'

/** A list that was rewritten, and how many of its findings that fixed. */
export interface FixedList {
  readonly path: string
  readonly findings: number
}

/** The result of a check. */
export interface Checked {
  readonly report: CheckReport
  readonly fixed: readonly FixedList[]
  /** The text of a file by its path in the report. */
  readonly textOf: (path: string) => string | null
  /** Keeps what later runs can use: to be called when everything is reported. */
  readonly keep: () => void
}

export interface CheckOptions {
  readonly files: readonly FoundPath[]
  /** Whether to apply the safe fixes first. */
  readonly fix: boolean
  /** If given, only what was touched is reported; the other lists are still read, as peers. */
  readonly changes: ChangedLines | null
  /** Whether the edits of fixes are reported. */
  readonly withFixes?: boolean
}

/** What all steps of a check use. */
interface CheckContext {
  readonly linter: Linter
  readonly configuration: CliConfiguration
  readonly io: Io
  /** What earlier runs found; null if nothing is kept. */
  readonly results: Results | null
  /** How many rules have failed so far: what they would have reported is missing. */
  readonly failedRules: () => number
  readonly isPartial: boolean
  readonly withFixes: boolean
  /** The touched lines of the file at a path; null if nothing in it was touched. */
  readonly touchedIn: (path: string) => Promise<TouchedLines | null>
}

interface ListToCheck {
  readonly list: ReadList
  readonly touched: TouchedLines | null
}

/** Files in the order of the report: lists that are still to be checked, and files that are not lists. */
type CheckItem = ListToCheck | CheckedFile

const isListToCheck = (item: CheckItem): item is ListToCheck => 'list' in item

/**
 * Checks the lists among these files; what `results` know is not found again. A file that was found in a folder and is not an idea list
 * is left out. Project files are reported before the lists, if they have findings.
 */
export async function checkLists(
  { files, fix, changes, withFixes = false }: CheckOptions,
  configuration: CliConfiguration,
  io: Io,
  results: Results | null,
): Promise<Checked> {
  let failedRules = 0
  const linter = createLinter(rules, (message) => {
    failedRules++
    io.stderr(`idea-files: ${sanitizeControlCharacters(firstMessageLine(message))}\n`)
  })
  const context: CheckContext = {
    linter,
    configuration,
    io,
    results,
    failedRules: () => failedRules,
    isPartial: changes !== null,
    withFixes,
    touchedIn: async (path) => (changes === null ? allLines : changes(io.absolute(path))),
  }
  // all are read first, as lists are compared with each other
  const read = await readListsToCheck(files, context)
  const { items, fixed, failures } = fix
    ? await fixCheckedLists(read.items, context)
    : { items: read.items, fixed: [], failures: [] }
  const reported = reportAllLists(items, context)
  const unread = configuration.failures().map(({ path, message }) => ({ path: relativePath(path, io), message }))
  const report = {
    files: [...(await checkProjectFiles(context)), ...reported.files],
    errors: [...unread, ...read.failures, ...failures, ...reported.failures],
  }
  const lists = new Map(items.flatMap((item) => (isListToCheck(item) ? [[item.list.path, item.list]] : [])))
  return { report, fixed, textOf: (path) => lists.get(path)?.text ?? null, keep: () => keepResults(results) }
}

function keepResults(results: Results | null): void {
  results?.often.save()
  results?.seldom.save()
}

interface ReadAll {
  readonly items: readonly CheckItem[]
  readonly failures: readonly Failure[]
}

async function readListsToCheck(
  files: readonly FoundPath[],
  { configuration, io, results, touchedIn }: CheckContext,
): Promise<ReadAll> {
  const items: CheckItem[] = []
  const failures: Failure[] = []
  for await (const outcome of readFoundLists(files, configuration, io, results)) {
    const path = outcome.kind === 'list' ? outcome.source : outcome.path
    const touched = await touchedIn(path).catch((error: unknown) => errorMessage(error))
    if (typeof touched === 'string') {
      failures.push({ path: outcome.path, message: touched })
      continue
    }
    if (outcome.kind === 'list') items.push({ list: outcome, touched })
    else if (outcome.kind === 'failure') {
      // a path that was named is reported even if untouched: it may not exist
      if (touched !== null || outcome.named) failures.push({ path: outcome.path, message: outcome.message })
    } else if (outcome.kind === 'other' && outcome.named && touched !== null) items.push(checkedOtherFile(outcome.path))
  }
  return { items, failures }
}

interface FixedAll extends ReadAll {
  readonly fixed: readonly FixedList[]
}

async function fixCheckedLists(items: readonly CheckItem[], { linter, io }: CheckContext): Promise<FixedAll> {
  const fixed: FixedList[] = []
  const failures: Failure[] = []
  const after: CheckItem[] = []
  for (const item of items) {
    const tried = attempt(isListToCheck(item) ? item.list.path : item.path, () => fixCheckedList(item, linter))
    if ('failure' in tried) failures.push(tried.failure)
    if (!isListToCheck(item) || 'failure' in tried || tried.result === null) {
      after.push(item)
      continue
    }
    const failure = await writeList(item.list, tried.result.list.file.text, io)
    if (failure) failures.push(failure)
    else fixed.push({ path: item.list.path, findings: tried.result.count })
    after.push(failure ? item : { ...item, list: tried.result.list })
  }
  return { items: after, fixed, failures }
}

/** A list after its safe fixes; null if there is nothing to write. */
const fixCheckedList = (item: CheckItem, linter: Linter): FixResult | null =>
  isListToCheck(item) && item.touched !== null
    ? fixList(item.list, linter.lint(item.list.file, item.list.effective.severities), linter)
    : null

interface ReportedAll {
  readonly files: readonly CheckedFile[]
  readonly failures: readonly Failure[]
}

function reportAllLists(items: readonly CheckItem[], context: CheckContext): ReportedAll {
  const lists = items.filter(isListToCheck)
  const peers = peerListsOf(
    lists.map(({ list }) => list),
    context.results,
  )
  const touchTests = new Map(
    context.isPartial ? lists.map(({ list, touched }) => [list, touched && createTouchTest(list.text, touched)]) : [],
  )
  const isTouchedElsewhere = ({ uri, span }: Related): boolean => {
    const other = uri === undefined ? undefined : peers.find(uri)
    return (other && touchTests.get(other)?.(span, false)) ?? false
  }
  const files: CheckedFile[] = []
  const failures: Failure[] = []
  for (const item of items) {
    const tried = attempt(isListToCheck(item) ? item.list.path : item.path, () =>
      isListToCheck(item) ? checkReadList(item, peers, isTouchedElsewhere, context) : item,
    )
    if ('failure' in tried) failures.push(tried.failure)
    else if (tried.result !== null) files.push(tried.result)
  }
  return { files, failures }
}

/** The report of a list; null if nothing that was touched has a finding. */
function checkReadList(
  { list, touched }: ListToCheck,
  peers: PeerLists,
  isTouchedElsewhere: (place: Related) => boolean,
  context: CheckContext,
): CheckedFile | null {
  const { linter, isPartial } = context
  const earlier = earlierPeers(list.full, peers.known)
  if (touched === null && earlier.length === 0) return null
  const lint = (): readonly Finding[] => linter.lint(list.file, list.effective.severities, earlier)
  if (!isPartial) return rememberedReport(list, earlier, peers, context, () => checkedList(list, lint(), peers, context))
  const findings = touchedFindings(list.file, lint(), touched ?? noLines, isTouchedElsewhere)
  return touched === null && findings.length === 0 ? null : checkedList(list, findings, peers, context)
}

/** The report that an earlier run made of the same list and the same earlier peers; it is not kept if a rule has failed. */
function rememberedReport(
  list: ReadList,
  earlier: readonly ListSummary[],
  peers: PeerLists,
  { results, failedRules, withFixes }: CheckContext,
  make: () => CheckedFile,
): CheckedFile {
  const read = [list, ...earlier.map(({ uri }) => peers.find(uri))]
  const parts = read.flatMap((each) => (each && each.key !== null ? [each.path, each.key] : []))
  if (results === null || parts.length < 2 * read.length) return make()
  const key = `r${results.digest(String(withFixes), ...parts)}`
  const known = results.often.get(key)
  if (known !== null) return JSON.parse(known) as CheckedFile
  const failedBefore = failedRules()
  const made = make()
  if (failedRules() === failedBefore) results.often.set(key, JSON.stringify(made))
  return made
}

async function checkProjectFiles({ configuration, io, isPartial, touchedIn }: CheckContext): Promise<readonly CheckedFile[]> {
  const reports: CheckedFile[] = []
  for (const { path, text, findings: all } of configuration.projectFiles()) {
    const touched = await touchedIn(path).catch(() => allLines)
    if (touched === null) continue
    const findings = isPartial ? touchedProjectFileFindings(text, all, touched) : all
    const lines = findingLineIndex(text)
    const reported = findings.map((finding) => toReportedFinding(finding, lines))
    if (reported.length > 0) reports.push({ ...checkedOtherFile(relativePath(path, io)), findings: reported })
  }
  return reports
}

const checkedOtherFile = (path: string): CheckedFile => ({ path, ideaFile: false, profile: null, findings: [] })

function checkedList(
  list: ReadList,
  findings: readonly Finding[],
  peers: PeerLists,
  { linter, withFixes }: CheckContext,
): CheckedFile {
  const { path, file } = list
  const locate = ({ uri }: Related) => {
    const other = uri === undefined ? list : peers.find(uri)
    return other ? { path: other.path, lines: peers.linesOf(other) } : null
  }
  const lines = peers.linesOf(list)
  const fixes = withFixes ? reportedFixesOf(list, findings, lines) : null
  const reported = findings.map((finding) => {
    const own = fixes?.get(finding) ?? []
    return { ...toReportedFinding(finding, lines, locate), ...(own.length > 0 && { fixes: [...own] }) }
  })
  const safe = withFixes ? safeEditsOfList(list, linter).map((edit) => toReportedEdit(edit, lines)) : []
  return {
    path,
    ideaFile: true,
    profile: file.profile.id,
    findings: reported,
    ...(safe.length > 0 && { safeEdits: safe }),
  }
}
