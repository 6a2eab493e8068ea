import { maxTextLength } from '../../model/ideaFile.ts'
import { decodeLossy, decodingError } from '../../platform/decodeText.ts'
import { debugModel, debugModelText } from '../../report/debugModel.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { splitLines } from '../../text/textLines.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { createCliConfiguration } from '../input/configuration.ts'
import { type PathAndLine, pathAndLine } from '../input/pathAndLine.ts'
import { readListText } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { requireOnePath } from '../options.ts'

export const debugCommand: CliCommand = {
  usage: '<file>[:<line>]',
  about: 'Explains how one file is read: what each section is and which case decided, labels, and the tokens of mentors.',
  options: {},
  examples: ['idea-files debug ideas.md', 'idea-files debug ideas.md:42'],
  run: (args, io) => runDebug(pathAndLine(requireOnePath(args, '<file> or <file>:<line>')), io),
}

async function runDebug(place: PathAndLine, io: Io): Promise<number> {
  try {
    io.stdout(await debugText(place, io))
    return exitCodes.fine
  } catch (error) {
    printError(place.path, errorMessage(error), io)
    return exitCodes.failed
  }
}

/** Explains how one file was read. Rejects with a message for users if it cannot be read or has no such line. */
async function debugText({ path, line }: PathAndLine, io: Io): Promise<string> {
  const configuration = await createCliConfiguration(null, null, io)
  if ((await io.kind(path)) === 'folder') throw new Error('is a folder; debug explains one file')
  const { bytes, size } = await io.read(path, maxTextLength + 1)
  if (size > maxTextLength) throw new Error('too long to be read')
  const flaw = decodingError(bytes)
  if (flaw !== null) throw new Error(flaw)
  const text = decodeLossy(bytes)
  const lines = splitLines(text).length
  if (line !== null && (line < 1 || line > lines)) throw new Error(`no line ${line}; the last line is ${lines}`)
  const full = io.absolute(path)
  return debugModelText(debugModel(readListText(text, full, await configuration.forList(full)), line))
}
