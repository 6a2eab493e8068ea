import type { Edit } from '../text/edits.ts'
import { fillEmptyFile, insertMember, isEmptyFile } from './insertMember.ts'
import { readJson } from './json.ts'

/** The edits that add a program to a project file, and the id under which it is added. */
export interface AddedProgramme {
  readonly id: string
  readonly edits: readonly Edit[]
}

/**
 * Adds a program to the text of a project file (empty if there is none), under `id` or, if that is taken, `id-2`, `id-3` …. Nothing that
 * is in the file changes. Null if the text cannot be read as JSON with comments. Spans are UTF-16 offsets in the text.
 */
export function addProgramme(
  text: string,
  id: string,
  programme: object,
  isTaken: (id: string) => boolean,
): AddedProgramme | null {
  if (isEmptyFile(text)) {
    const own = freeIdForProgramme(id, isTaken)
    return { id: own, edits: fillEmptyFile(text, { programs: { [own]: programme } }) }
  }
  const { root, problem } = readJson(text)
  if (problem !== null || root?.kind !== 'object') return null
  const programmes = root.members.findLast(({ key }) => key === 'programs' || key === 'programmes')?.value ?? null
  if (programmes !== null && programmes.kind !== 'object') return null
  const known = new Set(programmes?.members.map(({ key }) => key))
  const own = freeIdForProgramme(id, (each) => isTaken(each) || known.has(each))
  const edits = programmes
    ? insertMember(text, programmes, own, programme)
    : insertMember(text, root, 'programs', { [own]: programme })
  return { id: own, edits }
}

function freeIdForProgramme(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id
  let count = 2
  while (isTaken(`${id}-${count}`)) count++
  return `${id}-${count}`
}

const maxIdLength = 40

/** The id of a program by the name of its file or folder: `Project Ideas.md` → `project-ideas`. */
export function programmeIdOf(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
  const id = words
    .join('-')
    .replace(/^[^a-z]+/, '')
    .slice(0, maxIdLength - 4)
    .replace(/-+$/, '')
  return id === '' ? 'ideas' : id
}

/** A glob that fits one path: characters with a meaning in globs become `?`. */
export const programmeGlobOf = (path: string): string => path.replace(/[*?[\]{}!@()\\]/g, '?')
