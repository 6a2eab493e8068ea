import type { CliCommand } from '../command.ts'
import { UsageError } from '../options.ts'

/** The server itself is started by `cli.ts`: `run` is for arguments that it does not take. */
export const mcpCommand: CliCommand = {
  usage: '',
  about:
    'Serves an AI agent by the Model Context Protocol, on stdin and stdout: tools that find, lay out and check ideas in the current folder. They read nothing outside it, and write nothing.',
  options: { '--stdio': { help: 'The transport; there is no other' } },
  examples: ['idea-files mcp'],
  run: async () => {
    throw new UsageError('no arguments expected; it serves the current folder on stdin and stdout')
  },
}

/** Whether these arguments start the server for agents: `mcp`, with or without its transport. */
export const asksForMcp = ([name, ...rest]: readonly string[]): boolean =>
  name === 'mcp' && (rest.length === 0 || (rest.length === 1 && rest[0] === '--stdio'))
