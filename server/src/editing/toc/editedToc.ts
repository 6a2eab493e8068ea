import { readSections } from '../../model/blocks/sectionFacts.ts'
import { matchToc } from '../../model/toc/matchToc.ts'
import { readToc } from '../../model/toc/readToc.ts'
import type { IdeaFile, Toc } from '../../model/types.ts'
import { cutSections } from '../../syntax/sections.ts'
import { composeEdits } from '../../text/composeEdits.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { shift } from '../../text/span.ts'

/** Edits of a table of contents. */
export interface TocRound {
  readonly edits: readonly Edit[]
  /** The file after the edits; null if that was not read again. */
  readonly after: IdeaFile | null
}

const maxTocRounds = 4

/** The edits of a table in rounds, until a round has none: next to moved or new rows others may have to change, which then shows. */
export function editTocInRounds(file: IdeaFile, round: (file: IdeaFile) => TocRound): TocRound {
  let last = round(file)
  let { edits } = last
  for (let count = 1; last.edits.length > 0 && last.after !== null && count < maxTocRounds; count++) {
    const next = round(last.after)
    if (next.edits.length === 0) return { edits, after: last.after }
    edits = composeEdits(file.text, edits, next.edits)
    last = next
  }
  return { edits, after: last.after }
}

/**
 * The file after edits of its table of contents; null if that is not read as a table of one section any more. Only the table's section
 * is read again: all other sections and all headings are the same.
 */
export function withEditedToc(file: IdeaFile, toc: Toc, edits: readonly Edit[]): IdeaFile | null {
  const index = file.sections.findIndex(({ at }) => at === toc.at)
  const old = file.sections[index]
  if (old === undefined) return null
  const end = toc.at + old.section.length
  const edited = applyEdits(
    file.text.slice(toc.at, end),
    edits.map((edit) => ({ ...edit, span: shift(edit.span, -toc.at) })),
  )
  const [facts, ...others] = readSections(cutSections(edited), new Map())
  const found = facts && others.length === 0 ? readToc(facts) : null
  if (facts === undefined || found === null) return null
  const by = edited.length - old.section.length
  const moved = <T extends { readonly at: number }>(each: T): T => (each.at < end ? each : { ...each, at: each.at + by })
  const sections = file.sections.map((each) => (each === old ? { ...old, section: facts.section, facts } : moved(each)))
  const text = file.text.slice(0, toc.at) + edited + file.text.slice(end)
  const after = { ...file, text, sections, headings: file.headings.map(moved), toc: { ...found.toc, at: toc.at } }
  const { tocHeadings: headings, htmlAnchors: anchors } = file
  const definitionSections = () => cutSections(text)
  return { ...after, tocMatch: matchToc(after.toc, { headings, anchors, sections: definitionSections }) }
}
