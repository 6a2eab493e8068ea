import { maxTextLength } from '../../model/ideaFile.ts'
import { decodeLossy, decodingError } from '../../platform/decodeText.ts'
import { debugModel, debugModelText } from '../../report/debugModel.ts'
import type { DebugTarget } from '../arguments.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import { readListText } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'

/** Explains how one file was read. Rejects with a message for users if it cannot be read or has no such line. */
export async function debug({ path, line }: DebugTarget, configuration: CliConfiguration, io: Io): Promise<string> {
  if ((await io.kind(path)) === 'folder') throw new Error('it is a folder; debug explains one file')
  const { bytes, size } = await io.read(path, maxTextLength + 1)
  if (size > maxTextLength) throw new Error('it is too long to be read')
  const flaw = decodingError(bytes)
  if (flaw !== null) throw new Error(flaw)
  const text = decodeLossy(bytes)
  const lines = text.split(/\r\n|\r|\n/).length
  if (line !== null && (line < 1 || line > lines)) throw new Error(`there is no line ${line}; the file has ${lines}`)
  const full = io.absolute(path)
  return debugModelText(debugModel(readListText(text, full, await configuration.forList(full)), line))
}
