import type { IdeaFile } from '../../model/types.ts'
import { type Span, shift } from '../../text/span.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { skillMatcher } from '../sameSkill.ts'
import { linksTo } from './linkTargets.ts'
import { personOccurrences } from './mentorReferences.ts'
import { aboutEntry, symbolAt } from './symbolAt.ts'

/** A place to highlight; `declares` is true for the heading itself. */
export interface Highlight {
  readonly span: Span
  readonly declares: boolean
}

/** All occurrences in this list of the symbol at `offset` (UTF-16, in the file): a mentor, a skill, or a heading with its links. */
export function highlights(file: IdeaFile, own: ListSummary, offset: number): readonly Highlight[] {
  const subject = symbolAt(file, own, offset)
  if (subject === null) return []
  if (subject.kind === 'person') return personOccurrences(own, subject).map(occurrence)
  if (subject.kind === 'skill') {
    const isMeant = skillMatcher(subject.name)
    return own.projects.flatMap(({ ideas }) =>
      ideas.flatMap(({ skills }) => skills.filter(isMeant).map(({ span }) => occurrence(span))),
    )
  }
  const heading = own.headings[subject.index]!
  const entries = (file.toc?.entries ?? []).filter((entry) => aboutEntry(file, entry) === subject.index)
  const texts = entries.map(({ textSpan }) => shift(textSpan, file.toc!.at))
  const targets = entries.map(({ anchorSpan }) => anchorSpan.end + file.toc!.at)
  const links = linksTo(own, own, new Set([heading])).filter(({ span }) => !targets.includes(span.end))
  return [{ span: heading.textSpan, declares: true }, ...[...texts, ...links.map(({ span }) => span)].map(occurrence)]
}

const occurrence = (span: Span): Highlight => ({ span, declares: false })
