import { isSame } from '../../syntax/sections.ts'
import type { ReadFile, ReadSection } from './readState.ts'

/**
 * Takes over what another list says word for word: a term's accepted projects repeat its proposals, and each list a year repeats the
 * template. A section of the other list is taken once, so that two places of one list never hold the same object. `other` must have
 * been read with the same labels.
 */
export function withAlike(cut: readonly ReadSection[], text: string, other: ReadFile): readonly ReadSection[] {
  const textOf = (whole: string, { at, section }: ReadSection): string => whole.slice(at, at + section.length)
  const known = new Map(other.sections.map((read) => [textOf(other.text, read), read]))
  return cut.map((read) => {
    const own = textOf(text, read)
    const same = known.get(own)
    if (!same?.facts || !isSame(same.section, read.section)) return read
    known.delete(own)
    return { ...same, at: read.at }
  })
}
