import { version } from '../../../package.json'
import { noCacheOption } from '../protocol/cacheOptions.ts'
import type { CliCommandEntry } from './command.ts'
import { exitCodes } from './exitCodes.ts'
import { commandHelp, noCacheHelp, overviewHelp } from './help.ts'
import type { Io } from './io/io.ts'
import { printRefusal } from './io/printError.ts'
import { guardFromRunnerCommands } from './io/runnerCommands.ts'
import { type CliOptions, parseOptions, UsageError } from './options.ts'

/** Runs the command of these arguments, which is one of `commands`. Resolves to the exit code: 0 success, 1 problems of level error, 2 failure. */
export async function run(
  [name, ...args]: readonly string[],
  terminal: Io,
  commands: readonly CliCommandEntry[],
): Promise<number> {
  const io = guardFromRunnerCommands(terminal)
  if (name === undefined) {
    io.stderr(`idea-files: no command given\n\n${overviewHelp(commands)}`)
    return exitCodes.failed
  }
  if (name === '--version' || name === '-V') {
    io.stdout(`${version}\n`)
    return exitCodes.fine
  }
  if (name === 'help' && args.length > 0) return run([...args.slice(0, 1), '--help'], terminal, commands)
  if (name === 'help' || isHelpOption(name)) {
    io.stdout(overviewHelp(commands))
    return exitCodes.fine
  }
  const entry = commands.find((command) => command.name === name)
  return entry ? runCliCommand(entry, args, io, terminal) : printRefusal(`unknown command: ${name}`, null, io)
}

/** Read by `cli.ts`, before this code is loaded: any command takes it. */
const cacheOptions: CliOptions = { [noCacheOption]: { help: noCacheHelp } }

const isHelpOption = (word: string): boolean => word === '--help' || word === '-h'

async function runCliCommand({ name, command }: CliCommandEntry, args: readonly string[], io: Io, terminal: Io): Promise<number> {
  const end = args.indexOf('--')
  if (args.slice(0, end < 0 ? args.length : end).some(isHelpOption)) {
    io.stdout(commandHelp(name, command))
    return exitCodes.fine
  }
  try {
    return await command.run(parseOptions({ ...command.options, ...cacheOptions }, args), io, terminal)
  } catch (error) {
    if (error instanceof UsageError) return printRefusal(`${name}: ${error.message}`, name, io)
    throw error
  }
}
