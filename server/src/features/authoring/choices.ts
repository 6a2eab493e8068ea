import * as l10n from '@vscode/l10n'
import { catalog } from '../../catalog/data.ts'
import { hasOwnGroups } from '../../editing/learned/hasOwnGroups.ts'
import { profileByPath, profiles } from '../../model/profiles/profiles.ts'
import type { IdeaFile, Profile } from '../../model/types.ts'
import type { Choices, KnownProjectName } from '../../protocol/protocol.ts'
import { touches } from '../../text/span.ts'
import { hasIdeaFiles } from './learned/learnedFile.ts'
import { isEmptyClaimedList } from './newList.ts'

/**
 * What the author of a new idea can choose from: the file's own projects, all known ones and, for a file that is not a list yet, the
 * programmes; first those of the project file (`own`). `cursor` is an offset (UTF-16, in the file).
 */
export const choicesFor = (file: IdeaFile, own: readonly Profile[] = [], cursor: number | null = null): Choices => ({
  ideaList: file.ideaList && !isEmptyClaimedList(file),
  ...profileChoice(file),
  grouping: groupingChoice(file),
  titleOf: titleChoice(file),
  current: cursor === null ? null : (file.projects.find(({ name, span }) => name !== '' && touches(span, cursor))?.name ?? null),
  here: file.projects.flatMap(({ name, heading, ideas }) =>
    name === '' || (heading === null && !file.template.learned)
      ? []
      : [{ name, titles: ideas.flatMap(({ idea }) => idea.heading?.text ?? []) }],
  ),
  known: [...configuredChoices(file), ...(file.profile.cncfProjects ? catalog.projects : [])].map(
    ({ name, maturity, aliases }) => ({
      name,
      maturity,
      aliases,
    }),
  ),
  programmes: [...own, ...Object.values(profiles)].map(({ id, title }) => ({ id, title: l10n.t(title) })),
})

/**
 * The programme of a file that is not a list yet. Text that says something else, as that proposals have moved, is no beginning of one: then
 * the user is asked, and the path's programme is selected.
 */
function profileChoice({ claimed, profile, path, text }: IdeaFile): Pick<Choices, 'profile' | 'likelyProfile' | 'issueForm'> {
  const programme = profileByPath(path)
  const ofPath = programme?.id ?? null
  const hasProse = /^\ufeff?(?!#{1,6}[ \t])[ \t]*[^\s\ufeff]/m.test(text)
  return {
    profile: claimed ? profile.id : hasProse ? null : ofPath,
    likelyProfile: ofPath,
    issueForm: programme?.issueForm === true,
  }
}

/** A list whose schema was learned has groups of its own, if any. */
function groupingChoice(file: IdeaFile): Choices['grouping'] {
  const { learned } = file.template
  if (!learned || learned.ideas === 0) return 'projects'
  return hasOwnGroups(file) ? 'groups' : 'none'
}

/** What the title of a new idea becomes. */
function titleChoice(file: IdeaFile): Choices['titleOf'] {
  const { learned } = file.template
  if (!file.ideaList || !learned || learned.ideas === 0) return 'heading'
  return learned.reason === 'table' ? 'row' : hasIdeaFiles(file, learned) ? 'file' : 'heading'
}

/** The names that the configuration adds to the catalog. */
const configuredChoices = ({ ownProjects }: IdeaFile): readonly KnownProjectName[] =>
  [...ownProjects.values()]
    .filter((name) => !catalog.projects.some((project) => project.name === name))
    .map((name) => ({ name, maturity: '', aliases: [] }))
