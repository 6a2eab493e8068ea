import { at } from '../../model/at.ts'
import type { IdeaFile, TocEntry } from '../../model/types.ts'

/** What stands at a place and can be looked for elsewhere. */
export type Subject =
  /** `index` counts the list's headings; `entry` is where it was met in the table of contents. */
  | { readonly kind: 'project' | 'idea'; readonly index: number; readonly entry: TocEntry | null }
  | ({ readonly kind: 'person' } & Person)
  | { readonly kind: 'skill'; readonly name: string }

/** What tells one person from another, in lower case: the handle, else the address. */
export interface Person {
  readonly handle: string | null
  readonly email: string | null
}

/** What stands at `offset` (UTF-16, in the file); null where it is nothing that other places could be about. */
export function subjectAt(file: IdeaFile, offset: number): Subject | null {
  const place = at(file, offset)
  switch (place.kind) {
    case 'project-heading':
      return place.project.heading && headingAt(file, place.project.heading.at)
    case 'idea-heading':
      return headingAt(file, place.idea.at)
    case 'toc-text':
    case 'toc-entry':
    case 'toc-anchor': {
      const heading = aboutEntry(file, place.entry)
      return heading === null ? null : headingAt(file, file.headings[heading]!.at, place.entry)
    }
    case 'mentor':
      return personOf(place.mentor)
    case 'skill':
      return { kind: 'skill', name: place.skill.name }
    default:
      return null
  }
}

/** The number of the heading that an entry of the table of contents is about, or leads to; null where there is none. */
export const aboutEntry = ({ tocMatch }: IdeaFile, entry: TocEntry): number | null =>
  (tocMatch?.headings.get(entry) ?? tocMatch?.targets.get(entry))?.index ?? null

/** A person by what a mentor's entry says; null where that is a name alone. */
export function personOf({ handle, email }: Person): (Person & { readonly kind: 'person' }) | null {
  const plain = handle?.replace(/^@+/, '').toLowerCase() || null
  if (plain === null && email === null) return null
  return { kind: 'person', handle: plain, email: email?.toLowerCase() ?? null }
}

function headingAt(file: IdeaFile, place: number, entry: TocEntry | null = null): Subject | null {
  const index = file.headings.findIndex(({ at: start }) => start === place)
  const role = file.tocHeadings[index]?.role ?? null
  return role === null ? null : { kind: role, index, entry }
}
