import type { Section } from '../../syntax/sections.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { Ideas } from '../outline/assembleProjects.ts'
import type { TemplateBlock } from '../profiles/template.ts'
import type { TocReading } from '../toc/findToc.ts'
import type { IdeaFile, PlacedSection } from '../types.ts'

export type { ReadOptions } from '../types.ts'

/** An idea file with what the next reading of it can take over. */
export interface ReadFile extends IdeaFile {
  readonly sections: readonly ReadSection[]
  readonly templateBlock: TemplateBlock | null
  readonly ideas: Ideas
  readonly tocReading: TocReading
}

/** A section in its file; its facts are read when the file may be an idea list. */
export interface ReadSection extends PlacedSection {
  readonly section: Section
  readonly facts: SectionFacts | null
}
