import { type LfxExport, maxExportLength, readLfxExport } from '../../exports/lfxExport.ts'
import { lfxExportName } from '../../protocol/relevantFiles.ts'
import { exportedPrograms, exportedProgramsPath } from '../../report/exportedPrograms.ts'
import type { ExportedFile } from '../../report/schema.ts'
import type { Io } from '../io/io.ts'
import { displayPath } from '../io/paths.ts'
import type { CliConfiguration } from './configuration.ts'
import { readListText } from './readLists.ts'
import { readTextFile } from './readTextFile.ts'

/** Whether a path on the command line is an export of LFX programs, by its name. */
export const isExportPath = (path: string): boolean => displayPath(path).split('/').at(-1) === lfxExportName

/** The programs of an export as a list. Rejects with a sentence if the export cannot be read. */
export async function readExportedList(path: string, configuration: CliConfiguration, io: Io): Promise<ExportedFile> {
  const data = await readExportFile(path, io)
  const listPath = exportedProgramsPath(data)
  const effective = await configuration.forList(listPath)
  return exportedPrograms(displayPath(path), data, (text) => readListText(text, listPath, effective))
}

/** The export at a path. Rejects with a sentence if it is none. */
export async function readExportFile(path: string, io: Io): Promise<LfxExport> {
  const read = readLfxExport(await readTextFile(path, maxExportLength, io))
  if ('problem' in read) throw new Error(read.problem)
  return read.data
}
