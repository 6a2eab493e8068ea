import { programmeGlobOf, programmeIdOf } from '../../config/addProgramme.ts'
import { builtInIds } from '../../model/profiles/profiles.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type AdoptedProgramme, adoptedProgramme } from './adoptedProgramme.ts'

/** A list whose schema was learned; `path` counts from the folder of the project file, with forward slashes. */
export interface LearnedListFile {
  readonly path: string
  readonly file: IdeaFile
}

/** The contents of a project file that asks for what lists say of themselves. */
export interface LearnedConfiguration {
  readonly programs: Readonly<Record<string, AdoptedProgramme>>
}

/** Whether an id cannot be a program's, as it is that of a built-in profile. */
export const isBuiltInProgrammeId = (id: string): boolean => builtInIds.some((known) => known === id)

/** The program of one list: its id, by the name of its file, or of its folder if each file there is one idea. Null if nothing was learned. */
export function programmeOfList({
  path,
  file,
}: LearnedListFile): { readonly id: string; readonly programme: AdoptedProgramme } | null {
  const slash = path.lastIndexOf('/')
  const folder = path.slice(0, slash + 1)
  const isFolder = file.template.learned?.reason === 'folder'
  const programme = adoptedProgramme(file, [isFolder ? `${programmeGlobOf(folder)}*.md` : programmeGlobOf(path)])
  if (programme === null) return null
  const name = isFolder && folder !== '' ? folder.split('/').at(-2)! : path.slice(slash + 1)
  return { id: programmeIdOf(name), programme: isFolder ? { ...programme, title: name } : programme }
}

/** One program for all lists that are written in the same form, in the order of the lists. */
export function learnedConfiguration(lists: readonly LearnedListFile[]): LearnedConfiguration {
  const programmes = new Map<string, AdoptedProgramme>()
  for (const list of lists) {
    const found = programmeOfList(list)
    if (found === null) continue
    const same = [...programmes].find(([, known]) => isSameForm(known, found.programme))
    if (same) {
      const [id, known] = same
      programmes.set(id, { ...known, files: [...new Set([...known.files, ...found.programme.files])] })
    } else programmes.set(freeProgrammeId(found.id, programmes), found.programme)
  }
  return { programs: Object.fromEntries(programmes) }
}

const isSameForm = (one: AdoptedProgramme, other: AdoptedProgramme): boolean =>
  JSON.stringify({ ...one, title: '', files: [] }) === JSON.stringify({ ...other, title: '', files: [] })

function freeProgrammeId(id: string, taken: ReadonlyMap<string, AdoptedProgramme>): string {
  let free = id
  for (let count = 2; taken.has(free) || isBuiltInProgrammeId(free); count++) free = `${id}-${count}`
  return free
}
