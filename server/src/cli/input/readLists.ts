import { type EffectiveConfiguration, readOptions } from '../../config/effectiveConfiguration.ts'
import { type FolderSiblings, readFileInFolder, updateFileInFolder } from '../../model/folder/readInFolder.ts'
import { maxTextLength, readIdeaFile } from '../../model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../model/incremental/readState.ts'
import { mayBeIdeaList } from '../../model/profiles/mayBeIdeaList.ts'
import { decodeLossy, decodingError, encodeAs } from '../../platform/decodeText.ts'
import { findingLineIndex } from '../../report/findings.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { Change } from '../../text/textChange.ts'
import type { Io } from '../io/io.ts'
import { displayPath, isProjectPath } from '../io/paths.ts'
import type { CliConfiguration } from './configuration.ts'
import { type Candidate, type Failure, findFiles } from './findFiles.ts'
import { FolderFiles } from './folderFiles.ts'

/** An idea list with its configuration. `path` is shown in reports, `source` is where it was read from. */
export interface ReadList {
  readonly kind: 'list'
  readonly path: string
  readonly source: string
  readonly bytes: Uint8Array
  readonly file: ParsedIdeaFile
  readonly effective: EffectiveConfiguration
  /** What the other files of its folder say, if they have one idea each. */
  readonly siblings: FolderSiblings
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
  let files = 0
  const folders = new FolderFiles(configuration, io)
  for (const found of await findFiles(paths, io)) {
    files++
    io.progress(`Reading file ${files}: ${displayPath(found.path)}`)
    yield 'message' in found ? failure(found, true) : await readCandidate(found, { configuration, folders, io })
  }
  io.progress(null)
}

const failure = ({ path, message }: Failure, named: boolean): ReadOutcome => ({
  kind: 'failure',
  path: displayPath(path),
  named,
  message,
})

interface CandidateReader {
  readonly configuration: CliConfiguration
  readonly folders: FolderFiles
  readonly io: Io
}

async function readCandidate({ path, named }: Candidate, { configuration, folders, io }: CandidateReader): Promise<ReadOutcome> {
  const full = io.absolute(path)
  try {
    if (isProjectPath(path)) {
      await configuration.checkProjectFile(full)
      return { kind: 'projectFile', path: displayPath(path) }
    }
    const { bytes, size } = await io.read(path, maxListBytes + 1)
    const text = decodeLossy(bytes)
    const none: ReadOutcome = { kind: 'other', path: displayPath(path), named }
    // a file found in a folder that is not a list is ignored, whatever is wrong with it
    const siblings = await folders.siblingsOf(full)
    const isUnlikely = siblings.length === 0 && !mayBeIdeaList(text, full)
    if (!named && isUnlikely && !mayReadAsList(await configuration.forList(full))) return none
    const flaw = size > maxListBytes ? tooLargeMessage(size) : decodingError(bytes)
    if (flaw !== null) return failure({ path, message: flaw }, named)
    const effective = await configuration.forList(full)
    const file = readFileInFolder(text, readOptions(effective, full), siblings)
    if (!file.ideaList) return none
    const list: ReadList = { kind: 'list', path: displayPath(path), source: path, bytes, file, effective, siblings }
    reportUnread(list, io)
    return list
  } catch (error) {
    return failure({ path, message: errorMessage(error) }, named)
  }
}

/** Reports the places of a list that were not read, as that could take too long. */
function reportUnread({ path, file }: ReadList, io: Io): void {
  if (file.unread.length === 0) return
  const lines = findingLineIndex(file.text)
  for (const { start, end } of file.unread) {
    const [from, to] = [start, end].map((offset) => lines.positionAt(offset).line + 1)
    const where = from === to ? `line ${from}` : `lines ${from} to ${to}`
    io.stderr(`idea-files: ${sanitizeControlCharacters(path)}: skipped ${where} (too long or too deeply nested)\n`)
  }
}

/** Whether the configuration of a file may make it a list for which `mayBeIdeaList` is false. */
const mayReadAsList = ({ labels, claimed }: EffectiveConfiguration): boolean => claimed || labels !== undefined

/** Replaces the text of a list; returns why that failed, or null. */
export async function writeList({ path, source, bytes }: ReadList, text: string, io: Io): Promise<Failure | null> {
  try {
    await io.write(source, encodeAs(text, bytes), bytes)
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
