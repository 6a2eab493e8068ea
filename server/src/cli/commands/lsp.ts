import { noCacheOption } from '../../protocol/cacheOptions.ts'
import type { CliCommand } from '../command.ts'
import { UsageError } from '../options.ts'

/** The server itself is started by `cli.ts`: `run` is for arguments that it does not take. */
export const lspCommand: CliCommand = {
  usage: '--stdio',
  about: 'Serves an editor by the Language Server Protocol, on stdin and stdout.',
  options: { '--stdio': { help: 'The transport; there is no other' } },
  examples: ['idea-files lsp --stdio'],
  run: async ({ paths }) => {
    throw new UsageError(`unexpected argument ${paths.join(' ')}; the only option is --stdio`)
  },
}

const clientProcessOption = '--clientProcessId'

/**
 * Whether these arguments start the server: `lsp`, its transport, and the id of the client's process, which client libraries add and the
 * server's library reads itself.
 */
export const asksForLsp = ([name, ...rest]: readonly string[]): boolean =>
  name === 'lsp' &&
  rest.every((arg, index) => isLspArgument(arg) || (rest[index - 1] === clientProcessOption && /^\d+$/.test(arg)))

const isLspArgument = (arg: string): boolean =>
  arg === '--stdio' || arg === noCacheOption || arg === clientProcessOption || /^--clientProcessId=\d+$/.test(arg)
