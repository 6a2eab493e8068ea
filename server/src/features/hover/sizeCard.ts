import * as l10n from '@vscode/l10n'
import type { IdeaFile, Size, SizeSpec } from '../../model/types.ts'
import { joinWithOr } from '../../text/wording.ts'
import { type Card, cardLine } from './card.ts'

/** What a size means in hours, and which sizes the template has. */
export function sizeCard({ template: { sizes } }: IdeaFile, { word, hours }: Size): Card {
  if (sizes.length === 0) return sizeOfNoProgram(word, hours)
  const spec = sizes.find((size) => (word === null ? size.hours === hours : size.word === word))
  const name = spec?.word ?? word ?? (hours === null ? null : l10n.t`${hours} hours`)
  const time =
    spec === undefined
      ? l10n.t('not a size in this list')
      : spec.word === null
        ? l10n.t('available')
        : l10n.t`about ${spec.hours} hours`
  const differs = spec !== undefined && hours !== null && hours !== spec.hours
  return [
    ...(name === null ? cardLine(l10n.t('No size recognized.')) : cardLine({ strong: name }, ` · ${time}`)),
    ...(differs ? cardLine(l10n.t`This idea says ${hours} hours.`) : []),
    ...cardLine(l10n.t`Available: ${hoverSizeOptions(sizes)}`),
  ]
}

/** In a list that offers no sizes each is as good as another. */
function sizeOfNoProgram(word: Size['word'], hours: Size['hours']): Card {
  const time = hours === null ? null : l10n.t`${hours} hours`
  const name = word ?? time
  if (name === null) return cardLine(l10n.t('No size recognized.'))
  return cardLine({ strong: name }, ...(word !== null && time !== null ? [` · ${time}`] : []))
}

/** `small (about 90 hours), medium (about 175 hours) or large (about 350 hours)`. */
export const hoverSizeOptions = (sizes: readonly SizeSpec[]): string =>
  joinWithOr(sizes.map(({ word, hours }) => (word === null ? l10n.t`${hours} hours` : l10n.t`${word} (about ${hours} hours)`)))
