import { readSize } from '../fields/sizes.ts'
import type { Idea, PlacedIdea, Size } from '../types.ts'
import type { Part } from './headingParts.ts'

/** `Medium`, `Small projects`, `large-sized`, `175 hours`, `Large (350 h)`; no theme such as `Large language models`. */
const sizeHeading =
  /^\W{0,9}(?:(?:small|medium|large)(?:[ -]sized?)?(?:[ \t]+(?:projects?|ideas?))?\W{0,4}(?:\W{0,4}\d{2,3}.{0,24})?|.{0,24}?\b\d{2,3}[ -]?(?:h|hrs?|hours?)\b.{0,24})$/i

/** The size that the groups above a title name, the nearest first; null if none does. Its place is the end of the idea's heading. */
function sizeOfGroups(parts: readonly Part[], title: number, at: number): Size | null {
  // at most five headings are above one
  for (let above = parts[title]?.parent ?? -1; above >= 0; above = parts[above]!.parent) {
    const { text } = parts[above]!
    if (text.length <= maxGroupHeading && sizeHeading.test(text)) {
      const found = readSize(text, { start: 0, end: text.length })
      return found && { ...found, span: { start: at, end: at } }
    }
  }
  return null
}

const maxGroupHeading = 80

/** An idea with the size of its group, by the idea itself. */
const withSizes = new WeakMap<Idea, Idea>()

/** An idea without a size of its own has that of the group it is in: `## Small (90 hours)`. The same idea gives the same object. */
export function withGroupSize(placed: PlacedIdea, parts: readonly Part[], title: number): PlacedIdea {
  const { idea } = placed
  if (idea.size !== null) return placed
  const size = sizeOfGroups(parts, title, idea.heading?.span.end ?? 0)
  if (size === null) return placed
  const known = withSizes.get(idea)
  const isSame = known?.size?.word === size.word && known.size.hours === size.hours
  const sized = known && isSame ? known : { ...idea, size }
  withSizes.set(idea, sized)
  return { ...placed, idea: sized }
}
