import { insertToc } from '../editing/toc/insertToc.ts'
import { exportedFieldLines, exportedHeading, exportedProgramName } from '../exports/exportedText.ts'
import type { ExportedProgram, LfxExport } from '../exports/lfxExport.ts'
import { defaultTocMarkers } from '../model/profiles/profiles.ts'
import type { IdeaFile } from '../model/types.ts'
import { applyEdits } from '../text/edits.ts'
import { termWithoutMonths } from './proposalTerm.ts'

/** Reads a text as the list that it is going to be. */
export type ReadAsList = (text: string) => IdeaFile

/** The list of accepted projects of an export: title, table of contents, projects by name, ideas as exported. */
export function listFromExport({ programs }: LfxExport, read: ReadAsList): string {
  const markers = [defaultTocMarkers.open, defaultTocMarkers.close].join('\n')
  const blocks = [
    `# ${exportTitle(programs)}`,
    '## Table of Contents',
    markers,
    '---',
    '## Accepted projects',
    ...exportedProjects(programs).flatMap(([project, own]) => [
      exportedHeading(3, project),
      ...own.flatMap((program) => [exportedHeading(4, exportedProgramName(program)), exportedFieldLines(program).join('\n')]),
    ]),
  ]
  const text = `${blocks.join('\n\n')}\n`
  const toc = insertToc(read(text))
  return toc === null ? text : applyEdits(text, [toc])
}

/** `LFX Mentorship 2026 Term 3`, without the term if the programs are of several. */
function exportTitle(programs: readonly ExportedProgram[]): string {
  const terms = new Set(programs.map(({ term }) => termWithoutMonths(term)))
  const [term = ''] = terms
  return terms.size === 1 ? `LFX Mentorship ${term}`.trim() : 'LFX Mentorship'
}

/** The programs of each project, projects by name. */
function exportedProjects(programs: readonly ExportedProgram[]): readonly (readonly [string, readonly ExportedProgram[]])[] {
  const byProject = new Map<string, ExportedProgram[]>()
  for (const program of programs) {
    const own = byProject.get(program.cncf_project) ?? []
    own.push(program)
    byProject.set(program.cncf_project, own)
  }
  return [...byProject].sort(([a], [b]) => a.localeCompare(b, 'en', { sensitivity: 'base' }))
}
