import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import { firstLine } from './attempt.ts'
import type { Io } from './io.ts'
import { withoutRunnerCommands } from './runnerCommands.ts'

/** The line for an error that ends the run: `idea-files: …` */
export const errorLine = (message: string): string =>
  withoutRunnerCommands(`idea-files: ${sanitizeControlCharacters(firstLine(message))}\n`)

/** Prints one line on stderr about a path: `idea-files: list.md: it is a folder`. Both may contain texts of files. */
export const printError = (path: string, message: string, io: Io): void =>
  io.stderr(`idea-files: ${sanitizeControlCharacters(path)}: ${sanitizeControlCharacters(firstLine(message))}\n`)
