import type { Io } from './io/io.ts'
import type { CliOptions, ParsedOptions } from './options.ts'

/** A command of the command line: its help, and what it does. Each is one file of `commands/`. */
export interface CliCommand {
  /** What comes after its name: `[options] <path>...` */
  readonly usage: string
  /** What it does, for its own `--help`; paragraphs are separated by empty lines. */
  readonly about: string
  readonly options: CliOptions
  /** Command lines that a reader may copy. */
  readonly examples: readonly string[]
  /** What exit code 1 means; missing if it never exits with 1. */
  readonly exitsWith1?: string
  /**
   * Resolves to the exit code. Throws a `UsageError`, without the command's name, if its arguments are not valid. `terminal` is `io`
   * without its guard against workflow commands, for output that consists of such commands.
   */
  run(args: ParsedOptions, io: Io, terminal: Io): Promise<number>
}

/** A command in the list of all commands. */
export interface CliCommandEntry {
  readonly name: string
  /** One line for `idea-files --help`; null for a command that only contributors need. */
  readonly summary: string | null
  readonly command: CliCommand
}
