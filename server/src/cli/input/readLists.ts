import { type EffectiveConfiguration, readOptions } from '../../config/effectiveConfiguration.ts'
import { maxTextLength, readIdeaFile, updateIdeaFile } from '../../model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../model/incremental/readState.ts'
import { mayBeIdeaList } from '../../model/profiles/mayBeIdeaList.ts'
import { decodeLossy, decodingError, encodedAs } from '../../platform/decodeText.ts'
import { lineIndexOf } from '../../report/findings.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { Change } from '../../text/textChange.ts'
import type { Io } from '../io/io.ts'
import { isProjectPath, type Setup } from './configuration.ts'
import { type Candidate, type Failure, findFiles } from './findFiles.ts'

/** An idea list with what holds for it. `path` is the one that is reported, `source` the one that it was read from. */
export interface ReadList {
  readonly kind: 'list'
  readonly path: string
  readonly source: string
  readonly bytes: Uint8Array
  readonly file: ParsedIdeaFile
  readonly effective: EffectiveConfiguration
}

/**
 * What became of one path: an idea list, a file that is none, a project file (named outright), or a failure. `named` is false for what
 * was found in a folder.
 */
export type Outcome =
  | ReadList
  | { readonly kind: 'other'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'projectFile'; readonly path: string }
  | { readonly kind: 'failure'; readonly path: string; readonly named: boolean; readonly message: string }

const mega = 1024 * 1024
/** The longest list that is read, in bytes. */
export const maxListBytes = maxTextLength

/** Reads what these paths name, one file at a time, and shows how far that is. */
export async function* readLists(paths: readonly string[], setup: Setup, io: Io): AsyncGenerator<Outcome> {
  let files = 0
  for await (const found of findFiles(paths, io)) {
    files++
    io.progress(`File ${files}: ${shown(found.path)}`)
    yield 'message' in found ? failure(found, true) : await read(found, setup, io)
  }
  io.progress(null)
}

const failure = ({ path, message }: Failure, named: boolean): Outcome => ({
  kind: 'failure',
  path: shown(path),
  named,
  message,
})

/** A path as it is reported: with forward slashes on every system. */
const shown = (path: string): string => path.replaceAll('\\', '/')

async function read({ path, named }: Candidate, setup: Setup, io: Io): Promise<Outcome> {
  const full = io.absolute(path)
  try {
    if (isProjectPath(path)) {
      await setup.look(full)
      return { kind: 'projectFile', path: shown(path) }
    }
    const { bytes, size } = await io.read(path, maxListBytes + 1)
    const text = decodeLossy(bytes)
    const none: Outcome = { kind: 'other', path: shown(path), named }
    // what was only found in a folder and is no list is none of our business, whatever is wrong with it
    if (!named && !mayBeIdeaList(text, full) && !asksToLook(await setup.of(full))) return none
    const flaw = size > maxListBytes ? tooLong(size) : decodingError(bytes)
    if (flaw !== null) return failure({ path, message: flaw }, named)
    const effective = await setup.of(full)
    const file = readText(text, full, effective)
    if (!file.ideaList) return none
    const list: ReadList = { kind: 'list', path: shown(path), source: path, bytes, file, effective }
    sayUnread(list, io)
    return list
  } catch (error) {
    return failure({ path, message: error instanceof Error ? error.message : String(error) }, named)
  }
}

/** Says which places of a list count for nothing, as reading them could take without end. */
function sayUnread({ path, file }: ReadList, io: Io): void {
  if (file.unread.length === 0) return
  const lines = lineIndexOf(file.text)
  for (const { start, end } of file.unread) {
    const [from, to] = [start, end].map((offset) => lines.positionAt(offset).line + 1)
    const where = from === to ? `line ${from} is` : `lines ${from} to ${to} are`
    io.stderr(`idea-files: ${sanitizeControlCharacters(path)}: ${where} not read, being too long or too deeply nested\n`)
  }
}

/** Whether what holds for a file knows more of lists than the cheap look does. */
const asksToLook = ({ labels, claimed }: EffectiveConfiguration): boolean => claimed || labels !== undefined

/** Puts a text in place of a list's; what hinders that is a failure. */
export async function writeList({ path, source, bytes }: ReadList, text: string, io: Io): Promise<Failure | null> {
  try {
    await io.write(source, encodedAs(text, bytes))
    return null
  } catch (error) {
    return { path, message: error instanceof Error ? error.message : String(error) }
  }
}

/** Reads a text as what holds for it says. */
export const readText = (text: string, path: string, effective: EffectiveConfiguration): ParsedIdeaFile =>
  readIdeaFile(text, readOptions(effective, path))

/** Reads a list again, whose text was changed by `change` alone. */
export const updated = ({ effective }: ReadList, file: ParsedIdeaFile, text: string, change: Change): ParsedIdeaFile =>
  updateIdeaFile(file, text, change, readOptions(effective, file.path))

const tooLong = (size: number): string =>
  `it has ${(size / mega).toFixed(1)} MB; lists over ${maxListBytes / mega} MB are not read`
