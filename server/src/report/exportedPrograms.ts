import type { LfxExport } from '../exports/lfxExport.ts'
import { listFromExport, type ReadAsList } from '../forms/listFromExport.ts'
import { termWithoutMonths } from '../forms/proposalTerm.ts'
import { exportedFile } from './exportedFile.ts'
import type { ExportedFile } from './schema.ts'

/** Where the list of an export is read as one: the path makes it a list of accepted projects. */
export const exportedProgramsPath = (data: LfxExport): string =>
  `/lfx-mentorship/${termOfExport(data).year ?? 2026}/term/README.md`

/**
 * The programs of an export at `path` as a list. Lines are those of the list that `idea-files import` makes of it; there are no anchors, as
 * there is no such file. `read` reads a text that is at `exportedProgramsPath`.
 */
export function exportedPrograms(path: string, data: LfxExport, read: ReadAsList): ExportedFile {
  const { projects, ...file } = exportedFile(path, read(listFromExport(data, read)))
  const withoutAnchors = projects.map((project) => ({
    ...project,
    ideas: project.ideas.map((idea) => ({ ...idea, anchor: null })),
  }))
  const { term, year } = termOfExport(data)
  return { ...file, name: term ?? path.slice(path.lastIndexOf('/') + 1), term, year, projects: withoutAnchors }
}

/** `LFX 2026 Term 3` and 2026; null if the programs are of several terms, or of none. */
function termOfExport({ programs }: LfxExport): Pick<ExportedFile, 'term' | 'year'> {
  const terms = new Set(programs.map((program) => termWithoutMonths(program.term)))
  const [term = ''] = terms
  const year = /\b20\d{2}\b/.exec(term)?.[0]
  return terms.size === 1 && term !== ''
    ? { term: `LFX ${term}`, year: year === undefined ? null : Number(year) }
    : { term: null, year: null }
}
