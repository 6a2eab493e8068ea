import type { LfxExport } from '../../exports/lfxExport.ts'
import { listFromExport } from '../../forms/listFromExport.ts'
import { termWithoutMonths } from '../../forms/proposalTerm.ts'
import { lfxExportName } from '../../protocol/relevantFiles.ts'
import { exportedFile } from '../../report/exportedFile.ts'
import type { ExportedFile } from '../../report/schema.ts'
import type { Io } from '../io/io.ts'
import { displayPath } from '../io/paths.ts'
import type { CliConfiguration } from './configuration.ts'
import { readExportFile } from './findForm.ts'
import { readListText } from './readLists.ts'

/** Whether a path on the command line is an export of LFX programs, by its name. */
export const isExportPath = (path: string): boolean => displayPath(path).split('/').at(-1) === lfxExportName

/**
 * The programs of an export as a list. Lines are those of the list that `idea-files import` makes of it; there are no anchors, as there
 * is no such file. Rejects with a sentence if the export cannot be read.
 */
export async function readExportedList(path: string, configuration: CliConfiguration, io: Io): Promise<ExportedFile> {
  const data = await readExportFile(path, io)
  const { term, year } = termOfExport(data)
  // a path of the program makes it a list of accepted projects
  const listPath = `/lfx-mentorship/${year ?? 2026}/term/README.md`
  const effective = await configuration.forList(listPath)
  const read = (text: string) => readListText(text, listPath, effective)
  const { projects, ...file } = exportedFile(displayPath(path), read(listFromExport(data, read)))
  const withoutAnchors = projects.map((project) => ({
    ...project,
    ideas: project.ideas.map((idea) => ({ ...idea, anchor: null })),
  }))
  return { ...file, term, year, projects: withoutAnchors }
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
