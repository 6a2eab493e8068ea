import { addProgramme } from '../../config/addProgramme.ts'
import { formSourceOf } from '../../model/profiles/formSource.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Plan, Refusal } from '../authoring/plan.ts'
import { isBuiltInProgrammeId, programmeOfList } from './learnedConfiguration.ts'

const formRefusals = {
  template: 'The template in this list says how it is written; there is nothing to adopt.',
  configuration: 'The configuration file says how this list is written already.',
  profile: 'The profile of its program says how this list is written; there is nothing to adopt.',
} as const

/**
 * Plans to write what a list says of itself to a project file with this text (empty if there is none); the edits are that file's. `path`
 * is the list's, from the folder of the project file.
 */
export function planAdoptForm(file: IdeaFile, path: string, projectFile: string): Plan | Refusal {
  if (!file.ideaList) return { refusal: 'This file is not an idea list; there is no form to adopt.' }
  const source = formSourceOf(file)
  if (source.kind !== 'learned') return { refusal: formRefusals[source.kind] }
  const found = programmeOfList({ path, file })
  if (found === null) return { refusal: 'The ideas of this list have no label in common; there is no form to adopt.' }
  const added = addProgramme(projectFile, found.id, found.programme, isBuiltInProgrammeId)
  if (added === null) return { refusal: 'The configuration file cannot be read as JSON with comments; fix it first.' }
  return { edits: added.edits.map((edit) => ({ ...edit, snippet: false })) }
}
