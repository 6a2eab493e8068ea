import type { Effective } from '../config/effective.ts'
import { longestText, readIdeaFile } from '../model/ideaFile.ts'
import type { IdeaFile } from '../model/types.ts'
import { mayBeIdeaList } from '../protocol.ts'
import { flawOf, looselyDecoded } from './decode.ts'
import { type Candidate, type Failure, findFiles } from './files.ts'
import type { Io } from './io.ts'
import { isProjectPath, type Setup } from './setup.ts'

/** An idea list with what holds for it. `path` is the one that is reported, `source` the one that it was read from. */
export interface ReadList {
  readonly kind: 'list'
  readonly path: string
  readonly source: string
  readonly bytes: Uint8Array
  readonly file: IdeaFile
  readonly effective: Effective
}

/** What became of one path: an idea list, a file that is none, a project file (named outright), or a failure. */
export type Outcome =
  | ReadList
  | { readonly kind: 'other'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'projectFile'; readonly path: string }
  | { readonly kind: 'failure'; readonly path: string; readonly message: string }

const mega = 1024 * 1024
/** The longest list that is read, in bytes. */
export const longestList = longestText

/** Reads what these paths name, one file at a time. */
export async function* readLists(paths: readonly string[], setup: Setup, io: Io): AsyncGenerator<Outcome> {
  for await (const found of findFiles(paths, io)) {
    yield 'message' in found ? failure(found) : await read(found, setup, io)
  }
}

const failure = ({ path, message }: Failure): Outcome => ({ kind: 'failure', path: shown(path), message })

/** A path as it is reported: with forward slashes on every system. */
const shown = (path: string): string => path.replaceAll('\\', '/')

async function read({ path, named }: Candidate, setup: Setup, io: Io): Promise<Outcome> {
  const full = io.absolute(path)
  try {
    if (isProjectPath(path)) {
      await setup.look(full)
      return { kind: 'projectFile', path: shown(path) }
    }
    const { bytes, size } = await io.read(path, longestList + 1)
    const text = looselyDecoded(bytes)
    const none: Outcome = { kind: 'other', path: shown(path), named }
    // what was only found in a folder and is no list is none of our business, whatever is wrong with it
    if (!named && !mayBeIdeaList(text, full) && (await setup.of(full)).labels === undefined) return none
    const flaw = size > longestList ? tooLong(size) : flawOf(bytes)
    if (flaw !== null) return { kind: 'failure', path: shown(path), message: flaw }
    const effective = await setup.of(full)
    const file = readText(text, full, effective)
    return file.ideaList ? { kind: 'list', path: shown(path), source: path, bytes, file, effective } : none
  } catch (error) {
    return failure({ path, message: error instanceof Error ? error.message : String(error) })
  }
}

/** Reads a text as what holds for it says. */
export const readText = (text: string, path: string, { profile, knowsProject, labels }: Effective): IdeaFile =>
  readIdeaFile(text, { path, knowsProject, labels, ...(profile && { profile }) })

const tooLong = (size: number): string =>
  `it has ${(size / mega).toFixed(1)} MB; lists over ${longestList / mega} MB are not read`
