import { isSameSection } from '../../syntax/sections.ts'
import type { ParsedIdeaFile, ParsedSection } from './readState.ts'

/**
 * Reuses facts of identical sections from another list (accepted lists repeat the proposals). Each section is reused at most once, so
 * that object identity stays unique. `other` must have been read with the same labels.
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
