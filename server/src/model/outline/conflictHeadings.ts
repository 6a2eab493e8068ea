import type { SectionFacts } from '../blocks/sectionFacts.ts'

/**
 * Headings that Markdown makes of a merge conflict's `=======` line: the paragraph above it becomes a setext heading. What follows
 * belongs to the section before it.
 */
export function conflictHeadings(sections: readonly SectionFacts[]): ReadonlySet<SectionFacts> {
  const underlined = sections.filter(({ heading, section }) => heading?.level === 1 && dividesConflict(section.blocks[0]!.text))
  if (underlined.length === 0) return new Set()
  const opened = sections.some(({ section }) => section.blocks.some(({ text }) => /^<{7}(?:[ \r\n]|$)/m.test(text)))
  return new Set(opened ? underlined : [])
}

const dividesConflict = (heading: string): boolean => heading.trimEnd().endsWith('\n=======')

/** Whether a section contains a line with the `<<<<<<<` of a merge conflict. */
export const opensConflict = ({ section }: SectionFacts): boolean =>
  section.blocks.some(({ text }) => /^<{7}(?:[ \r\n]|$)/m.test(text))
