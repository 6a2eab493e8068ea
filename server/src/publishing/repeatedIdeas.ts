import { projectKey } from '../catalog/knownProjects.ts'
import { squashed } from '../catalog/spelling.ts'
import type { ExportedFile, ExportedIdea } from '../report/schema.ts'
import { publishedListKey } from './publishedLists.ts'

/** An idea where a list has it. */
export interface ListedIdea {
  readonly file: ExportedFile
  readonly project: string
  readonly idea: ExportedIdea
}

/**
 * The ideas of these lists, one of each that the lists of a term repeat: the one with an LFX URL, which the list of accepted ideas has,
 * otherwise the first.
 */
export function listedIdeasOnce(files: readonly ExportedFile[]): readonly ListedIdea[] {
  const all = files.flatMap(listedIdeasOf)
  const kept = new Map<string, ListedIdea>()
  for (const [key, listed] of all) {
    const before = kept.get(key)
    if (before === undefined || (before.idea.lfxUrl === null && listed.idea.lfxUrl !== null)) kept.set(key, listed)
  }
  return all.flatMap(([key, listed]) => (kept.get(key) === listed ? [listed] : []))
}

function listedIdeasOf(file: ExportedFile): readonly (readonly [key: string, listed: ListedIdea])[] {
  const met = new Map<string, number>()
  return file.projects.flatMap(({ name, ideas }) =>
    ideas.map((idea) => {
      // an idea without a heading, or of a list without a term, equals no other
      const term = idea.title === null || file.term === null ? null : publishedListKey(file)
      const key = term === null ? `${file.path}\n${idea.line}` : `${term}\n${projectKey(name)}\n${squashed(idea.title!)}`
      // those that one list has twice are two
      const nth = (met.get(key) ?? 0) + 1
      met.set(key, nth)
      return [`${key}\n${nth}`, { file, project: name, idea }] as const
    }),
  )
}
