import type { MentorId } from '../../model/mentors/samePerson.ts'
import { nodeAt } from '../../model/nodeAt.ts'
import type { IdeaFile, TocEntry } from '../../model/types.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import { headingOfLinkTarget, type ListLookup, resolvesToTarget } from './linkTargetFinder.ts'

/** What the cursor is on and can be searched for. */
export type SymbolTarget =
  /** `index` counts the list's headings; `via` is the text or target of an entry or link at the cursor, null on the heading itself. */
  | { readonly kind: 'project' | 'idea'; readonly index: number; readonly via: Span | null }
  | ({ readonly kind: 'person' } & MentorId)
  | { readonly kind: 'skill'; readonly name: string }

/** The symbol at `offset` (UTF-16, in the file); null if there is none. */
export function symbolAt(file: IdeaFile, lists: ListLookup, offset: number): SymbolTarget | null {
  const place = nodeAt(file, offset)
  switch (place.kind) {
    case 'project-heading':
      return place.project.heading && symbolHeadingAt(file, symbolHeadingIndex(file, place.project.heading.at), null)
    case 'idea-heading':
      return symbolHeadingAt(file, symbolHeadingIndex(file, place.idea.at), null)
    case 'toc-text':
    case 'toc-entry':
    case 'toc-anchor': {
      const { textSpan, anchorSpan } = place.entry
      const via = shift(place.kind === 'toc-anchor' ? anchorSpan : textSpan, place.toc.at)
      return symbolHeadingAt(file, symbolOfEntry(file, place.entry), via)
    }
    case 'mentor':
      return symbolPersonAt(place.mentor.id)
    case 'skill':
      return { kind: 'skill', name: place.skill.name }
    default:
      return symbolLinkedAt(file, lists, offset)
  }
}

/** The heading of this list that the link at the cursor links to. */
function symbolLinkedAt(file: IdeaFile, { own, roots }: ListLookup, offset: number): SymbolTarget | null {
  for (const link of own.links) {
    const via = [link.textSpan, link.span].find((span) => span !== null && touches(span, offset))
    if (!via || link.anchor === null || !resolvesToTarget(link, own, own, roots)) continue
    const heading = headingOfLinkTarget(own, link.anchor)
    if (heading) return symbolHeadingAt(file, own.headings.indexOf(heading), via)
  }
  return null
}

/** The index of the heading that an entry of the table of contents names, otherwise links to; null if there is none. */
export const symbolOfEntry = ({ tocMatch }: IdeaFile, entry: TocEntry): number | null =>
  (tocMatch?.headings.get(entry) ?? tocMatch?.targets.get(entry))?.index ?? null

/** Null for an entry that is only a name. */
const symbolPersonAt = ({ handle, email }: MentorId): SymbolTarget | null =>
  handle === null && email === null ? null : { kind: 'person', handle, email }

const symbolHeadingIndex = ({ headings }: IdeaFile, place: number): number =>
  headings.findIndex(({ at: start }) => start === place)

function symbolHeadingAt({ tocHeadings }: IdeaFile, index: number | null, via: Span | null): SymbolTarget | null {
  const role = (index === null ? null : tocHeadings[index]?.role) ?? null
  return role === null || index === null ? null : { kind: role, index, via }
}
