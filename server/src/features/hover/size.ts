import type { IdeaFile, Size, SizeSpec } from '../../model/types.ts'
import { joinWithOr } from '../../text/wording.ts'
import { type Card, cardLine } from './card.ts'

/** What a size means in hours, and which sizes the template has. */
export function sizeCard({ template: { sizes } }: IdeaFile, { word, hours }: Size): Card {
  const spec = sizes.find((size) => (word === null ? size.hours === hours : size.word === word))
  const name = spec?.word ?? word ?? (hours === null ? null : `${hours} hours`)
  const time = spec === undefined ? 'no size on offer here' : spec.word === null ? 'on offer here' : `about ${spec.hours} hours`
  const differs = spec !== undefined && hours !== null && hours !== spec.hours
  return [
    ...(name === null ? cardLine('No size can be read here.') : cardLine({ strong: name }, ` · ${time}`)),
    ...(differs ? cardLine(`The idea itself says ${hours} hours.`) : []),
    ...(sizes.length === 0 ? [] : cardLine(`On offer: ${hoverSizeOptions(sizes)}`)),
  ]
}

/** `small (about 90 hours), medium (about 175 hours) or large (about 350 hours)`. */
export const hoverSizeOptions = (sizes: readonly SizeSpec[]): string =>
  joinWithOr(sizes.map(({ word, hours }) => (word === null ? `${hours} hours` : `${word} (about ${hours} hours)`)))
