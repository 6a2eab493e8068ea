import type { Section } from '../../syntax/sections.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { NumberedSlugs } from '../outline/placeHeadings.ts'
import type { TemplateBlock } from '../profiles/template.ts'
import type { LearnedReading } from '../schema/listParts.ts'
import type { TocState } from '../toc/findToc.ts'
import type { Idea, IdeaFile, PlacedIdea, PlacedSection, ReadOptions, Template } from '../types.ts'

/** An idea file with what the next reading of it can reuse. */
export interface ParsedIdeaFile extends IdeaFile {
  readonly sections: readonly ParsedSection[]
  readonly templateBlock: TemplateBlock | null
  /** What block and profile say; `template` is what remains of it in the list's own practice. */
  readonly statedTemplate: Template
  readonly numberedSlugs: NumberedSlugs
  readonly tocReading: TocState
  /** Absent in lists whose form is named. */
  readonly learning?: LearnedReading
  /** The same file read by itself, if this is what it is as an idea of its folder's list. */
  readonly alone?: ParsedIdeaFile
}

/** A section at its offset in the file; its facts are null until the file may be an idea list. */
export interface ParsedSection extends PlacedSection {
  readonly section: Section
  readonly facts: SectionFacts | null
}

/** A section of an idea that was read again; `index` is its index in the file. */
export interface ReplacedSection {
  readonly index: number
  readonly section: Section
  readonly facts: SectionFacts
}

/** The idea around a replaced section as it was before, and as it is now. */
export interface RereadIdea {
  readonly placed: PlacedIdea
  readonly idea: Idea
}

/** Whether a file reads the same with both options. */
export const sameReadOptions = (a: ReadOptions, b: ReadOptions): boolean =>
  a.path === b.path &&
  a.profile === b.profile &&
  a.claimed === b.claimed &&
  a.knowsProject === b.knowsProject &&
  a.labels === b.labels
