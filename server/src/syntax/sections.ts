import { detached } from '../text/detach.ts'
import { lastAtOrBefore } from '../text/lowerBound.ts'
import type { Change } from '../text/textChange.ts'
import { type Cut, cutBlocks, cutFileBlocks } from './blocks.ts'
import { frontMatterEnd, textStartAfterFrontMatter } from './frontMatter.ts'

/** A top-level block with its text; `at` counts from its section's start. */
export interface Block {
  readonly at: number
  readonly text: string
  /** 1 to 6 for a heading; 0 for other blocks. */
  readonly level: number
  /** Whether it is nested too deeply to be parsed (`BlockCut`). */
  readonly deep: boolean
  /** Whether it is the file's front matter, which is not Markdown. */
  readonly isFrontMatter: boolean
}

/** A heading with everything up to the next heading, or everything before the first one. Contains no offset in the file. */
export interface Section {
  readonly length: number
  readonly blocks: readonly Block[]
}

/** Cuts a file into sections without gaps; the first begins after a byte-order mark. */
export const cutSections = (text: string): readonly Section[] =>
  groupByHeadings(
    text,
    textStartAfterFrontMatter(text),
    cutFileBlocks(text, textStartAfterFrontMatter(text), () => false),
  )

/** The same for Markdown within a file, such as a template: without front matter. */
export const cutFragment = (text: string): readonly Section[] =>
  groupByHeadings(
    text,
    0,
    cutBlocks(text, 0, () => false),
  )

/** How an edit changed the sections: the first `before` and the last `after` of the old ones are unchanged, with `fresh` between them. */
export interface SectionUpdate {
  readonly before: number
  readonly fresh: readonly Section[]
  readonly after: number
}

/**
 * Cuts again what `change` touched. The scan starts one section earlier (a line can become part of the block above it) and ends at the
 * first block after the change that begins where an old section began: no block is open there, so the rest is unchanged. `starts`
 * are the offsets of the old `sections` in the old text.
 */
export function updateSections(
  sections: readonly Section[],
  starts: readonly number[],
  text: string,
  change: Change,
): SectionUpdate {
  const grown = change.newEnd - change.oldEnd
  const touched = lastAtOrBefore(starts, change.start)
  const before = touched < 1 || changesFrontMatter(sections, starts, text, change) ? 0 : touched - 1
  let next = lastAtOrBefore(starts, change.oldEnd - 1) + 1
  const from = before === 0 ? textStartAfterFrontMatter(text) : starts[before]!
  const meetsOld = (at: number): boolean => {
    while (next < starts.length && starts[next]! + grown < at) next++
    return next > 0 && next < starts.length && starts[next]! + grown === at
  }
  const { blocks, end } = cutFileBlocks(text, from, meetsOld)
  const after = end < text.length ? starts.length - next : 0
  const region = detached(text.slice(from, end))
  const local = blocks.map((block) => ({ ...block, start: block.start - from }))
  return withoutSame(sections, { before, fresh: groupByHeadings(region, 0, { blocks: local, end: region.length }), after })
}

/** Whether front matter was edited, appeared or vanished: then the text is cut again from its start. */
function changesFrontMatter(
  sections: readonly Section[],
  starts: readonly number[],
  text: string,
  { start }: Pick<Change, 'start'>,
): boolean {
  const first = sections[0]?.blocks[0]
  const oldEnd = (starts[0] ?? 0) + (first?.isFrontMatter ? first.text.length : 0)
  return frontMatterEnd(text) !== oldEnd || start < oldEnd
}

/** A section that was cut again and is the same as before remains the old object. */
function withoutSame(sections: readonly Section[], { before, fresh, after }: SectionUpdate): SectionUpdate {
  const old = sections.slice(before, sections.length - after)
  const shorter = Math.min(old.length, fresh.length)
  let head = 0
  while (head < shorter && isSameSection(old[head]!, fresh[head]!)) head++
  let tail = 0
  while (tail < shorter - head && isSameSection(old.at(-1 - tail)!, fresh.at(-1 - tail)!)) tail++
  return { before: before + head, fresh: fresh.slice(head, fresh.length - tail), after: after + tail }
}

/** Whether two sections have the same text and the same blocks. */
export const isSameSection = (a: Section, b: Section): boolean =>
  a.length === b.length &&
  a.blocks.length === b.blocks.length &&
  a.blocks.every(({ text, level }, index) => text === b.blocks[index]!.text && level === b.blocks[index]!.level)

function groupByHeadings(text: string, start: number, cut: Cut): readonly Section[] {
  const sections: Section[] = []
  let from = start
  let blocks: Block[] = []
  cut.blocks.forEach((block, index) => {
    if (block.level > 0 && index > 0) {
      sections.push({ length: block.start - from, blocks })
      from = block.start
      blocks = []
    }
    const end = cut.blocks[index + 1]?.start ?? cut.end
    const { level, deep, isFrontMatter = false } = block
    blocks.push({ at: block.start - from, text: text.slice(block.start, end), level, deep, isFrontMatter })
  })
  if (cut.end > from || sections.length === 0) sections.push({ length: cut.end - from, blocks })
  return sections
}
