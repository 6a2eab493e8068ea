import { exportedFieldLines, exportedHeading, exportedProgramName } from '../../exports/exportedText.ts'
import { placedPrograms } from '../../exports/placedPrograms.ts'

/** The program of an export at `offset` (UTF-16, in the JSON) as an idea in Markdown; null outside programs. */
export function exportedIdeaLines(source: string, offset: number): string | null {
  const placed = placedPrograms(source).find(({ span }) => span.start <= offset && offset <= span.end)
  if (placed === undefined) return null
  const { program } = placed
  return [exportedHeading(4, exportedProgramName(program)), '', ...exportedFieldLines(program)].join('\n')
}
