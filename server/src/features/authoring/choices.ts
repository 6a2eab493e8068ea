import { catalog } from '../../catalog/data.ts'
import { profileByPath, profiles } from '../../model/profiles/profiles.ts'
import type { IdeaFile, Profile } from '../../model/types.ts'
import type { Choices, KnownProjectName } from '../../protocol/protocol.ts'
import { isEmptyClaimedList } from './newList.ts'

/**
 * What there is to choose from for a new idea in a file: its own projects, all known ones, and programmes for a file that is no list yet,
 * those of the project file (`own`) first.
 */
export const choicesFor = (file: IdeaFile, own: readonly Profile[] = []): Choices => ({
  ideaList: file.ideaList && !isEmptyClaimedList(file),
  profile: file.claimed ? file.profile.id : (profileByPath(file.path)?.id ?? null),
  here: file.projects.flatMap(({ name, heading, ideas }) =>
    heading === null ? [] : [{ name, titles: ideas.flatMap(({ idea }) => idea.heading?.text ?? []) }],
  ),
  known: [...namedIn(file), ...(file.profile.cncfProjects ? catalog.projects : [])].map(({ name, maturity, aliases }) => ({
    name,
    maturity,
    aliases,
  })),
  programmes: [...own, ...Object.values(profiles)].map(({ id, title }) => ({ id, title })),
})

/** The names that the configuration adds and the catalogue has not. */
const namedIn = ({ ownProjects }: IdeaFile): readonly KnownProjectName[] =>
  [...ownProjects.values()]
    .filter((name) => !catalog.projects.some((project) => project.name === name))
    .map((name) => ({ name, maturity: '', aliases: [] }))
