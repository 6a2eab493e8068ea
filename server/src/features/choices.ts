import { catalog } from '../catalog/data.ts'
import { profileByPath, profiles } from '../model/profiles.ts'
import type { IdeaFile } from '../model/types.ts'
import type { Choices } from '../protocol.ts'

/** What there is to choose from for a new idea in a file: its own projects, all known ones, and programmes for a file that is no list yet. */
export const choicesFor = (file: IdeaFile): Choices => ({
  ideaList: file.ideaList,
  profile: profileByPath(file.path)?.id ?? null,
  here: file.projects.flatMap(({ name, heading, ideas }) =>
    heading === null ? [] : [{ name, titles: ideas.flatMap(({ idea }) => idea.heading?.text ?? []) }],
  ),
  known: catalog.projects.map(({ name, maturity, aliases }) => ({ name, maturity, aliases })),
  programmes: Object.values(profiles).map(({ id, title }) => ({ id, title })),
})
