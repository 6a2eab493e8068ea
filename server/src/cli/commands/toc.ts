import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { configurationOrExitCode } from '../input/configuration.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { syncTocs } from '../lists/syncTocs.ts'
import { configOption, type ParsedOptions, requirePaths } from '../options.ts'
import { tocReport } from '../reporters/tocReport.ts'

export const tocCommand: CliCommand = {
  usage: '[options] <path>...',
  about: 'Updates the table of contents of each list from its headings.',
  options: {
    '--check': { help: 'Write nothing; show what would change, and exit with 1 if anything would' },
    '--config': configOption,
  },
  examples: ['idea-files toc programs', 'idea-files toc --check programs/summerofcode/2026.md'],
  exitsWith1: 'With --check: a table of contents is out of date',
  run: (args, io) => runToc(args, io),
}

async function runToc(args: ParsedOptions, io: Io): Promise<number> {
  const dry = args.given.has('--check')
  const paths = requirePaths(args)
  const configuration = await configurationOrExitCode(args.given.get('--config') ?? null, null, io)
  if (typeof configuration === 'number') return configuration
  const synced = await syncTocs(paths, dry, configuration, io)
  for (const { path, message } of synced.errors) printError(path, message, io)
  for (const path of synced.otherFiles) io.stderr(`idea-files: ${sanitizeControlCharacters(path)} is not an idea list\n`)
  io.stdout(tocReport(synced, dry))
  return synced.errors.length > 0 ? exitCodes.failed : dry && synced.stale.length > 0 ? exitCodes.defects : exitCodes.fine
}
