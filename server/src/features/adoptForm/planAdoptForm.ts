import * as l10n from '@vscode/l10n'
import { addProgramme } from '../../config/addProgramme.ts'
import { formSourceOf } from '../../model/profiles/formSource.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Plan, Refusal } from '../authoring/plan.ts'
import { isBuiltInProgrammeId, programmeOfList } from './learnedConfiguration.ts'

const formRefusals = () => ({
  template: l10n.t('This list has a template of its own, so there is nothing to adopt.'),
  configuration: l10n.t('The configuration file already describes this list.'),
  profile: l10n.t('The profile of its program already describes this list, so there is nothing to adopt.'),
})

/**
 * Plans to write what a list says of itself to a project file with this text (empty if there is none); the edits are that file's. `path`
 * is the list's, from the folder of the project file.
 */
export function planAdoptForm(file: IdeaFile, path: string, projectFile: string): Plan | Refusal {
  if (!file.ideaList) return { refusal: l10n.t('This file is not an idea list, so there is no form to adopt.') }
  const source = formSourceOf(file)
  if (source.kind !== 'learned') return { refusal: formRefusals()[source.kind] }
  const found = programmeOfList({ path, file })
  if (found === null) return { refusal: l10n.t('The ideas in this list have no fields in common, so there is no form to adopt.') }
  const added = addProgramme(projectFile, found.id, found.programme, isBuiltInProgrammeId)
  if (added === null) return { refusal: l10n.t('The configuration file is not valid JSON. Fix it first.') }
  return { edits: added.edits.map((edit) => ({ ...edit, snippet: false })) }
}
