import { readSections } from '../../model/blocks/sectionFacts.ts'
import { maxTextLength } from '../../model/ideaFile.ts'
import { targetName } from '../../model/toc/compareText.ts'
import { cutSections } from '../../syntax/sections.ts'
import { anchorsOf } from '../../text/slug.ts'
import { type Span, shift } from '../../text/span.ts'

/** The heading of an anchor in a Markdown file that is not a list; the file's start if there is none. */
export function headingSpan(text: string, anchor: string | null): Span {
  const top = { start: 0, end: 0 }
  if (anchor === null || text.length > maxTextLength) return top
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const headings = readSections(cutSections(text), new Map()).flatMap(({ heading, section }) => {
    const start = at
    at += section.length
    return heading ? [{ slug: heading.slug, span: shift(heading.textSpan, start) }] : []
  })
  const wanted = targetName(anchor)
  const index = anchorsOf(headings.map(({ slug }) => slug)).indexOf(wanted)
  return headings[index]?.span ?? top
}
