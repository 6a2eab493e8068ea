import { isSameSection } from '../../syntax/sections.ts'
import type { ParsedIdeaFile, ParsedSection } from './readState.ts'

/**
 * Takes over what another list says word for word: a term's accepted projects repeat its proposals, and each list a year repeats the
 * template. A section of the other list is taken once, so that two places of one list never hold the same object. `other` must have
 * been read with the same labels.
 */
export function reuseFacts(cut: readonly ParsedSection[], text: string, other: ParsedIdeaFile): readonly ParsedSection[] {
  const textOf = (whole: string, { at, section }: ParsedSection): string => whole.slice(at, at + section.length)
  const known = new Map(other.sections.map((read) => [textOf(other.text, read), read]))
  return cut.map((read) => {
    const own = textOf(text, read)
    const same = known.get(own)
    if (!same?.facts || !isSameSection(same.section, read.section)) return read
    known.delete(own)
    return { ...same, at: read.at }
  })
}
