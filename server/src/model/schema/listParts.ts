import type { FrontMatter } from './frontMatter.ts'
import type { Part, PlacedLabel } from './headingRoles.ts'
import type { OneIdeaParts } from './oneIdeaFile.ts'
import type { Recognized } from './recognize.ts'

/** A list before its headings are placed. */
export interface ListParts {
  readonly parts: readonly Part[]
  readonly labels: readonly PlacedLabel[]
  readonly frontMatter: FrontMatter | null
  readonly recognized: Recognized
  /** Set if the file was read as one idea of its folder. */
  readonly oneIdea?: OneIdeaParts
  /** What all titles begin with, if the configuration says so. */
  readonly prefix?: string
}
