import { listFromExport } from '../../forms/listFromExport.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { createCliConfiguration } from '../input/configuration.ts'
import { readExportFile } from '../input/exportedList.ts'
import { readListText } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { writeNewList } from '../lists/writeNewList.ts'
import { type ParsedOptions, requireOnePath } from '../options.ts'

export const importCommand: CliCommand = {
  usage: '[options] <export.json>',
  about: 'Prints the list of accepted projects that an export of LFX programs (lfx-export.json) becomes.',
  options: { '--list': { value: '<file>', help: 'Write the list to this new file instead' } },
  examples: ['idea-files import --list lfx-mentorship/2026/01-Mar-May/README.md lfx-export.json'],
  run: (args, io) => runImport(args, io),
}

async function runImport(args: ParsedOptions, io: Io): Promise<number> {
  const path = requireOnePath(args, 'export file')
  const list = args.given.get('--list') ?? null
  try {
    const text = await importedList(path, list, io)
    if (list !== null) return await writeNewList(list, text, io)
    io.document(text)
    return exitCodes.fine
  } catch (error) {
    printError(path, errorMessage(error), io)
    return exitCodes.failed
  }
}

/** Where an imported list is read as one, if it is only printed: the path makes it a list of accepted projects. */
const printedPath = '/lfx-mentorship/2026/term/README.md'

/** The text of the list that an export becomes. Rejects with a sentence if the export cannot be read, or is empty. */
async function importedList(exportPath: string, list: string | null, io: Io): Promise<string> {
  const configuration = await createCliConfiguration(null, null, io)
  const data = await readExportFile(exportPath, io)
  if (data.programs.length === 0) throw new Error('no programs; export the term again')
  const path = list === null ? printedPath : io.absolute(list)
  const effective = await configuration.forList(path)
  return listFromExport(data, (text) => readListText(text, path, effective))
}
