import { projectNamesIn } from '../../catalog/knownProjects.ts'
import { bareName, joinedNames } from '../../catalog/nameForms.ts'
import { squashed } from '../../catalog/spelling.ts'
import type { IdeaFile } from '../../model/types.ts'
import { lineAround } from '../../text/textLines.ts'
import type { HeadingSummary, ListSummary } from '../../workspace/listSummary.ts'
import { skillMatcher } from '../skillMatcher.ts'
import { type ListLookup, type ListPlace, linksToTarget } from './linkTargetFinder.ts'
import { personReferences } from './mentorReferences.ts'
import { statedNameAt, statedPlaces } from './statedNames.ts'
import { symbolAt } from './symbolAt.ts'

/**
 * In steps, one a list: all references to the symbol at `offset` (UTF-16, in the file), in this list and then in the others: entries and mentions of a
 * mentor, ideas that ask for a skill, links to an idea, headings of a project and links to them. The declaration of an idea is its
 * heading, of a project its headings in this list. Ranges are those of VS Code's own Markdown support, which then shows each once.
 */
export function* references(
  file: IdeaFile,
  lookup: ListLookup,
  offset: number,
  includeDeclaration: boolean,
): Generator<void, readonly ListPlace[]> {
  const { own, others } = lookup
  const subject = symbolAt(file, lookup, offset)
  const lists = [own, ...others]
  switch (subject?.kind) {
    case 'idea': {
      const heading = own.headings[subject.index]!
      const declared = includeDeclaration ? [referencedDeclaration(own, heading)] : []
      return [
        ...declared,
        ...(yield* referencesInLists(lists, (from) => linkReferences(from, own, new Set([heading]), lookup.roots))),
      ]
    }
    case 'project':
      return yield* projectReferences(lookup, own.headings[subject.index]!.text, includeDeclaration)
    case 'person':
      return yield* referencesInLists(lists, (list) => personReferences(list, subject).map((span) => ({ uri: list.uri, span })))
    case 'skill': {
      const isMeant = skillMatcher(subject.name)
      return yield* referencesInLists(lists, ({ uri, projects }) =>
        projects.flatMap(({ ideas }) => ideas.flatMap(({ skills }) => skills.filter(isMeant).map(({ span }) => ({ uri, span })))),
      )
    }
    default: {
      const stated = statedNameAt(file, offset)
      if (stated === null) return []
      if (stated.kind === 'project') return yield* projectReferences(lookup, stated.name, true)
      return includeDeclaration ? [{ uri: own.uri, span: stated.span }] : []
    }
  }
}

/** The results of all lists, one list a step. */
function* referencesInLists<T>(
  lists: readonly ListSummary[],
  inList: (list: ListSummary) => readonly T[],
): Generator<void, readonly T[]> {
  const found: (readonly T[])[] = []
  for (const list of lists) {
    found.push(inList(list))
    yield
  }
  return found.flat()
}

const referencedDeclaration = ({ uri, text }: ListSummary, { span }: HeadingSummary): ListPlace => ({
  uri,
  span: lineAround(text, span.start),
})

const linkReferences = (
  from: ListSummary,
  to: ListSummary,
  headings: ReadonlySet<HeadingSummary>,
  roots: readonly string[],
): readonly ListPlace[] => linksToTarget(from, to, headings, roots).map(({ span }) => ({ uri: from.uri, span }))

function* projectReferences(
  { own, others, roots }: ListLookup,
  name: string,
  includeDeclaration: boolean,
): Generator<void, readonly ListPlace[]> {
  const lists = [own, ...others]
  const keys = referencedProjectKeys(name)
  const found = yield* referencesInLists(lists, (list) => [
    {
      list,
      headings: new Set(
        list.headings.filter(
          ({ role, text }) => role === 'project' && referencedProjectKeys(text).some((key) => keys.includes(key)),
        ),
      ),
    },
  ])
  return yield* referencesInLists(lists, (from) => [
    ...found.flatMap(({ list, headings }) =>
      list === from && (list !== own || includeDeclaration) ? [...headings].map((each) => referencedDeclaration(list, each)) : [],
    ),
    ...found.flatMap(({ list, headings }) => (headings.size === 0 ? [] : linkReferences(from, list, headings, roots))),
    ...statedPlaces(from, (each) => referencedProjectKeys(each).some((key) => keys.includes(key))).map((span) => ({
      uri: from.uri,
      span,
    })),
  ])
}

/** One key for each project that a heading names; the same for all names and aliases of a project. */
function referencedProjectKeys(heading: string): readonly string[] {
  const whole = referencedCatalogKey(heading)
  if (whole !== null) return [whole]
  const joined = joinedNames(heading).map(referencedCatalogKey)
  return joined.length > 1 && joined.every((key) => key !== null) ? joined : [squashed(heading)]
}

function referencedCatalogKey(name: string): string | null {
  const [known] = [...projectNamesIn(name), ...projectNamesIn(bareName(name))]
  if (known === undefined) return null
  return squashed(known.kind === 'subproject' ? known.spelling : known.project.name)
}
