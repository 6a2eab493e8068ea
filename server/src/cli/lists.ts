import { knowsProject } from '../catalog/projects.ts'
import { readIdeaFile } from '../model/ideaFile.ts'
import type { IdeaFile, Profile } from '../model/types.ts'
import { mayBeIdeaList } from '../protocol.ts'
import { flawOf, looselyDecoded } from './decode.ts'
import { type Candidate, type Failure, findFiles } from './files.ts'
import type { Io } from './io.ts'

/** What became of one path: an idea list, a file that is none, or a failure. */
export type Outcome =
  | { readonly kind: 'list'; readonly path: string; readonly file: IdeaFile }
  | { readonly kind: 'other'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'failure'; readonly path: string; readonly message: string }

const mega = 1024 * 1024
/** The longest list that is read, in bytes. The longest that anybody keeps has a twentieth of it. */
export const longestList = 4 * mega

/** Reads what these paths name, one file at a time. */
export async function* readLists(paths: readonly string[], profile: Profile | null, io: Io): AsyncGenerator<Outcome> {
  for await (const found of findFiles(paths, io)) {
    yield 'message' in found ? failure(found) : await read(found, profile, io)
  }
}

const failure = ({ path, message }: Failure): Outcome => ({ kind: 'failure', path: shown(path), message })

/** A path as it is reported: with forward slashes on every system. */
const shown = (path: string): string => path.replaceAll('\\', '/')

async function read({ path, named }: Candidate, profile: Profile | null, io: Io): Promise<Outcome> {
  try {
    const { bytes, size } = await io.read(path, longestList + 1)
    const text = looselyDecoded(bytes)
    const full = io.absolute(path)
    const none: Outcome = { kind: 'other', path: shown(path), named }
    // what was only found in a folder and is no list is none of our business, whatever is wrong with it
    if (!named && !mayBeIdeaList(text, full)) return none
    const flaw = size > longestList ? tooLong(size) : flawOf(bytes)
    if (flaw !== null) return { kind: 'failure', path: shown(path), message: flaw }
    const file = readIdeaFile(text, { path: full, knowsProject, ...(profile && { profile }) })
    return file.ideaList ? { kind: 'list', path: shown(path), file } : none
  } catch (error) {
    return failure({ path, message: error instanceof Error ? error.message : String(error) })
  }
}

const tooLong = (size: number): string =>
  `it has ${(size / mega).toFixed(1)} MB; lists over ${longestList / mega} MB are not read`
