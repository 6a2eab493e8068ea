import { listFromExport } from '../../forms/listFromExport.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import { readExportFile } from '../input/findForm.ts'
import { readListText } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'

/** Where an imported list is read as one, if it is only printed: the path makes it a list of accepted projects. */
const printedPath = '/lfx-mentorship/2026/term/README.md'

/** The text of the list that an export becomes. Rejects with a sentence if the export cannot be read, or is empty. */
export async function importExport(
  exportPath: string,
  list: string | null,
  configuration: CliConfiguration,
  io: Io,
): Promise<string> {
  const data = await readExportFile(exportPath, io)
  if (data.programs.length === 0) throw new Error('it has no programs; export the term again')
  const path = list === null ? printedPath : io.absolute(list)
  const effective = await configuration.forList(path)
  return listFromExport(data, (text) => readListText(text, path, effective))
}
