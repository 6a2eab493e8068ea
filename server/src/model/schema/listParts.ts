import type { FrontMatter } from './frontMatter.ts'
import type { Part, PlacedLabel } from './headingRoles.ts'
import type { Recognized } from './recognize.ts'

/** A list before its headings are placed. */
export interface ListParts {
  readonly parts: readonly Part[]
  readonly labels: readonly PlacedLabel[]
  readonly frontMatter: FrontMatter | null
  readonly recognized: Recognized
}
