import type { IdeaFile } from '../../model/types.ts'
import { type Span, shift } from '../../text/span.ts'
import { skillMatcher } from '../skillMatcher.ts'
import { type ListLookup, linksToTarget } from './linkTargetFinder.ts'
import { personReferences } from './mentorReferences.ts'
import { isSameStatedProject, statedNameAt, statedPlaces } from './statedNames.ts'
import { symbolAt, symbolOfEntry } from './symbolAt.ts'

/** A place to highlight; `declares` is true for the heading itself. */
export interface Highlight {
  readonly span: Span
  readonly declares: boolean
}

/** All occurrences in this list of the symbol at `offset` (UTF-16, in the file): a mentor, a skill, or a heading with its links. */
export function highlights(file: IdeaFile, lists: ListLookup, offset: number): readonly Highlight[] {
  const { own, roots } = lists
  const subject = symbolAt(file, lists, offset)
  if (subject === null) {
    const stated = statedNameAt(file, offset)
    return stated?.kind === 'project' ? statedPlaces(own, isSameStatedProject(stated.name)).map(highlightOf) : []
  }
  if (subject.kind === 'person') return personReferences(own, subject).map(highlightOf)
  if (subject.kind === 'skill') {
    const isMeant = skillMatcher(subject.name)
    return own.projects.flatMap(({ ideas }) =>
      ideas.flatMap(({ skills }) => skills.filter(isMeant).map(({ span }) => highlightOf(span))),
    )
  }
  const heading = own.headings[subject.index]!
  const entries = (file.toc?.entries ?? []).filter((entry) => symbolOfEntry(file, entry) === subject.index)
  const texts = entries.map(({ textSpan }) => shift(textSpan, file.toc!.at))
  const targetEnds = new Set(entries.map(({ anchorSpan }) => anchorSpan.end + file.toc!.at))
  const links = linksToTarget(own, own, new Set([heading]), roots).filter(({ span }) => !targetEnds.has(span.end))
  return [{ span: heading.textSpan, declares: true }, ...[...texts, ...links.map(({ span }) => span)].map(highlightOf)]
}

const highlightOf = (span: Span): Highlight => ({ span, declares: false })
