import type { LabelContext } from './effectiveLabels.ts'
import type { FrontMatter } from './frontMatterFields.ts'
import type { Part, PlacedLabel } from './headingParts.ts'
import type { LabelRole } from './labelWords.ts'
import type { OneIdeaParts } from './oneIdeaFile.ts'
import type { Recognized } from './recognize.ts'

/** A list before its headings are placed. */
export interface ListParts {
  readonly parts: readonly Part[]
  readonly labels: readonly PlacedLabel[]
  readonly frontMatter: FrontMatter | null
  readonly recognized: Recognized
  /** Roles of labels by their values (`rolesByValues`). */
  readonly valueRoles?: ReadonlyMap<string, LabelRole>
  /** Set if the file was read as one idea of its folder. */
  readonly oneIdea?: OneIdeaParts
  /** What all titles begin with, if the configuration says so. */
  readonly prefix?: string
}

/** Sections of an idea: from that with its title to before `end`, by index. */
export interface IdeaRange {
  readonly title: number
  readonly end: number
}

/** What the next reading of a learned list can reuse. */
export interface LearnedReading {
  /** By which labels were read; null if no idea is below a heading. */
  readonly context: LabelContext | null
  /** The sections when they were last read together: offsets and texts of those that were edited since are of then. */
  readonly parts: readonly Part[]
  /** In the order of the text. */
  readonly ranges: readonly IdeaRange[]
}
