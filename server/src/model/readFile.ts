import type { Section } from '../syntax/sections.ts'
import type { Ideas } from './assemble.ts'
import type { SectionFacts } from './facts.ts'
import type { TemplateBlock } from './template.ts'
import type { TocReading } from './tocFind.ts'
import type { IdeaFile, Labels, PlacedSection, Profile } from './types.ts'

export interface ReadOptions {
  /** The file's path or URI path, as the programme's name may stand in it. */
  readonly path: string
  /** The profile that the configuration names, if it does. */
  readonly profile?: Profile | undefined
  /** Whether the configuration says that the file is a list of that profile, whatever stands in it. */
  readonly claimed?: boolean | undefined
  /** Whether a heading names a known project; tells a project from an idea at the wrong level. */
  readonly knowsProject: (name: string) => boolean
  /** Names of projects that the configuration adds (`ownNames`). */
  readonly ownProjects?: IdeaFile['ownProjects'] | undefined
  /** Which fields labels name, where the configuration knows more than the usual ones; when it changes, the file is to be read anew. */
  readonly labels?: Labels | undefined
}

/** An idea file with what the next reading of it can take over. */
export interface ReadFile extends IdeaFile {
  readonly sections: readonly ReadSection[]
  readonly templateBlock: TemplateBlock | null
  readonly ideas: Ideas
  readonly options: ReadOptions
  readonly tocReading: TocReading
}

/** A section in its file; its facts are read when the file may be an idea list. */
export interface ReadSection extends PlacedSection {
  readonly section: Section
  readonly facts: SectionFacts | null
}
