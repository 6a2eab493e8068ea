import { firstMessageLine } from '../../text/errorMessage.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { exitCodes } from '../exitCodes.ts'
import type { Io } from './io.ts'
import { withoutRunnerCommands } from './runnerCommands.ts'

/** The line for an error that ends the run: `idea-files: …` */
export const errorLine = (message: string): string =>
  withoutRunnerCommands(`idea-files: ${sanitizeControlCharacters(firstMessageLine(message))}\n`)

/** Prints one line on stderr about a path: `idea-files: list.md: is a folder`. Both may contain texts of files. */
export const printError = (path: string, message: string, io: Io): void =>
  io.stderr(`idea-files: ${sanitizeControlCharacters(path)}: ${sanitizeControlCharacters(firstMessageLine(message))}\n`)

/** Prints why a command line is refused, and where its help is; `command` is null if there is no such command. Returns the exit code. */
export function printRefusal(message: string, command: string | null, io: Io): number {
  const help = command === null ? '--help' : `${command} --help`
  io.stderr(`idea-files: ${sanitizeControlCharacters(message)}\nTry 'idea-files ${help}'.\n`)
  return exitCodes.failed
}
