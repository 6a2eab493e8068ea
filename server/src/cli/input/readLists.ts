import { type EffectiveConfiguration, readOptions } from '../../config/effectiveConfiguration.ts'
import { type FolderSiblings, readInFolder, updateFileInFolder } from '../../model/folder/readInFolder.ts'
import { maxTextLength, readIdeaFile, readIdeaFileInSteps } from '../../model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../model/incremental/readState.ts'
import { mayBeIdeaList } from '../../model/profiles/mayBeIdeaList.ts'
import type { ReadOptions } from '../../model/types.ts'
import { decodeLossy, decodingError, encodeDecodedText } from '../../platform/decodeText.ts'
import { findingLineIndex } from '../../report/findings.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { runSteps } from '../../text/runSteps.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { Change } from '../../text/textChange.ts'
import { rememberResult } from '../../workspace/results.ts'
import type { Io } from '../io/io.ts'
import { displayPath, isProjectPath } from '../io/paths.ts'
import type { CliConfiguration } from './configuration.ts'
import { type Candidate, type Failure, type FoundPath, findFiles } from './findFiles.ts'
import { FolderFiles } from './folderFiles.ts'
import type { Results } from './results.ts'

/** An idea list with its configuration. `path` is shown in reports, `source` is where it was read from, `full` its full path. */
export interface ReadList {
  readonly kind: 'list'
  readonly path: string
  readonly source: string
  readonly full: string
  readonly bytes: Uint8Array
  readonly text: string
  /** Its model: read on first use, if an earlier run knew that it is a list. */
  readonly file: ParsedIdeaFile
  readonly effective: EffectiveConfiguration
  /** What the other files of its folder say, if they have one idea each. */
  readonly siblings: FolderSiblings
  /** A digest of all that the model depends on; null if no results are kept for it. */
  readonly key: string | null
}

/**
 * The result for one file: an idea list, another file, a project file (an argument of the command), or a failure. `named` is false for
 * a file found in a folder.
 */
export type ReadOutcome =
  | ReadList
  | { readonly kind: 'other'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'projectFile'; readonly path: string }
  | { readonly kind: 'failure'; readonly path: string; readonly named: boolean; readonly message: string }

const bytesPerMegabyte = 1024 * 1024
/** Larger lists are not read. */
const maxListBytes = maxTextLength

/** Reads the files that these paths name, one at a time, and shows the progress. */
export async function* readLists(paths: readonly string[], configuration: CliConfiguration, io: Io): AsyncGenerator<ReadOutcome> {
  yield* readFoundLists(await findFiles(paths, io), configuration, io, null)
}

/** Reads these files in the same way. What `results` know of a file is not read again. */
export async function* readFoundLists(
  all: readonly FoundPath[],
  configuration: CliConfiguration,
  io: Io,
  results: Results | null,
): AsyncGenerator<ReadOutcome> {
  let files = 0
  const reader = { configuration, folders: new FolderFiles(configuration, io, results), io, results, last: { file: null } }
  for (const found of all) {
    files++
    io.progress(`Reading file ${files}: ${displayPath(found.path)}`)
    yield 'message' in found ? readFailure(found, true) : await readCandidate(found, reader)
  }
  io.progress(null)
}

const readFailure = ({ path, message }: Failure, named: boolean): ReadOutcome => ({
  kind: 'failure',
  path: displayPath(path),
  named,
  message,
})

interface CandidateReader {
  readonly configuration: CliConfiguration
  readonly folders: FolderFiles
  readonly io: Io
  readonly results: Results | null
  readonly last: LastRead
}

/** The list that was read last: what the next one has word for word is not read again. */
interface LastRead {
  file: ParsedIdeaFile | null
}

async function readCandidate(candidate: Candidate, reader: CandidateReader): Promise<ReadOutcome> {
  const { configuration, io, results } = reader
  const { path, named } = candidate
  const full = io.absolute(path)
  try {
    if (isProjectPath(path)) {
      await configuration.checkProjectFile(full)
      return { kind: 'projectFile', path: displayPath(path) }
    }
    const { bytes, size } = await io.read(path, maxListBytes + 1)
    const { siblings, key: siblingsKey } = await reader.folders.siblingsOf(full)
    const source = results && (await configuration.sourceFor(full))
    const key = source && results.digest(full, source, siblingsKey, `${named} ${size}`, bytes)
    const effective = await configuration.forList(full)
    const list = lazyList({ candidate, full, bytes, siblings, effective, key }, reader.last)
    const read = rememberResult(results?.often, key, () => readingOf(list, size, named))
    if (read === 'other') return { kind: 'other', path: list.path, named }
    if ('flaw' in read) return readFailure({ path, message: read.flaw }, named)
    for (const where of read.unread) {
      io.stderr(`idea-files: ${sanitizeControlCharacters(list.path)}: skipped ${where} (too long or too deeply nested)\n`)
    }
    return list
  } catch (error) {
    return readFailure({ path, message: errorMessage(error) }, named)
  }
}

interface LazyListParts extends Pick<ReadList, 'full' | 'bytes' | 'siblings' | 'effective' | 'key'> {
  readonly candidate: Candidate
}

/** A list whose text and model are read on first use. */
function lazyList({ candidate: { path }, ...parts }: LazyListParts, last: LastRead): ReadList {
  let text: string | null = null
  let file: ParsedIdeaFile | null = null
  return {
    ...parts,
    kind: 'list',
    path: displayPath(path),
    source: path,
    get text() {
      text ??= decodeLossy(parts.bytes)
      return text
    },
    get file() {
      file ??= readInFolder(readNext(this.text, readOptions(parts.effective, parts.full), last), parts.siblings)
      return file
    },
  }
}

function readNext(text: string, options: ReadOptions, last: LastRead): ParsedIdeaFile {
  const file = runSteps(readIdeaFileInSteps(text, options, last.file))
  if (file.ideaList) last.file = file
  return file
}

/** What a file is: no list, not to be read as one, or a list with places that were not read (`line 3`), as that could take too long. */
type Reading = 'other' | { readonly flaw: string } | { readonly unread: readonly string[] }

function readingOf(list: ReadList, size: number, named: boolean): Reading {
  // a file found in a folder that is not a list is ignored, whatever is wrong with it
  const isUnlikely = list.siblings.length === 0 && !mayBeIdeaList(list.text, list.full)
  if (!named && isUnlikely && !mayReadAsList(list.effective)) return 'other'
  const flaw = size > maxListBytes ? tooLargeMessage(size) : decodingError(list.bytes)
  if (flaw !== null) return { flaw }
  return list.file.ideaList ? { unread: unreadPlaces(list.file) } : 'other'
}

function unreadPlaces({ unread, text }: ParsedIdeaFile): readonly string[] {
  if (unread.length === 0) return []
  const lines = findingLineIndex(text)
  return unread.map(({ start, end }) => {
    const [from, to] = [start, end].map((offset) => lines.positionAt(offset).line + 1)
    return from === to ? `line ${from}` : `lines ${from} to ${to}`
  })
}

/** Whether the configuration of a file may make it a list for which `mayBeIdeaList` is false. */
const mayReadAsList = ({ labels, claimed }: EffectiveConfiguration): boolean => claimed || labels !== undefined

/** Replaces the text of a list; returns why that failed, or null. */
export async function writeList({ path, source, bytes }: ReadList, text: string, io: Io): Promise<Failure | null> {
  try {
    await io.write(source, encodeDecodedText(text, bytes), bytes)
    return null
  } catch (error) {
    return { path, message: errorMessage(error) }
  }
}

/** Parses a text with its configuration. */
export const readListText = (text: string, path: string, effective: EffectiveConfiguration): ParsedIdeaFile =>
  readIdeaFile(text, readOptions(effective, path))

/** Parses a list again after `change`, the only change of its text. */
export const reparseList = (
  { effective, siblings }: ReadList,
  file: ParsedIdeaFile,
  text: string,
  change: Change,
): ParsedIdeaFile => updateFileInFolder(file, text, change, readOptions(effective, file.path), siblings)

const tooLargeMessage = (size: number): string =>
  `too large (${(size / bytesPerMegabyte).toFixed(1)} MB; the limit for lists is ${maxListBytes / bytesPerMegabyte} MB)`
