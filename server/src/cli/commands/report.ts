import { csvRowsOfTable, markdownTable } from '../../publishing/markdownTable.ts'
import { reportTables } from '../../publishing/reportTables.ts'
import { csvText } from '../../text/csv.ts'
import { joinWithOr } from '../../text/wording.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { configurationOrExitCode } from '../input/configuration.ts'
import type { Io } from '../io/io.ts'
import { exportLists } from '../lists/exportLists.ts'
import { configOption, type ParsedOptions, requirePaths, UsageError } from '../options.ts'

const reportTableNames = ['programs', 'mentors', 'projects'] as const

export const reportCommand: CliCommand = {
  usage: '--table <table> [options] <path>...',
  about: 'Prints a table that can be pasted into a document. A path can also be an export of LFX programs (lfx-export.json).',
  options: {
    '--table': {
      value: '<table>',
      choices: reportTableNames,
      help: 'programs (each with its mentors), mentors (each person with contacts and ideas) or projects (each with its numbers of ideas and mentors, and its LFX quota)',
    },
    '--format': { value: '<format>', choices: ['md', 'csv'], help: 'md (default) or csv' },
    '--config': configOption,
  },
  examples: [
    'idea-files report --table mentors programs',
    'idea-files report --table projects --format csv programs > projects.csv',
  ],
  run: (args, io) => runReport(args, io),
}

async function runReport(args: ParsedOptions, io: Io): Promise<number> {
  const paths = requirePaths(args)
  const table = reportTableNames.find((name) => name === args.given.get('--table'))
  if (table === undefined) throw new UsageError(`--table is required; use ${joinWithOr(reportTableNames)}`)
  const configuration = await configurationOrExitCode(args.given.get('--config') ?? null, null, io)
  if (typeof configuration === 'number') return configuration
  const { report, failed: isIncomplete } = await exportLists(paths, configuration, io)
  const rows = reportTables[table](report)
  io.stdout(args.given.get('--format') === 'csv' ? csvText(csvRowsOfTable(rows)) : markdownTable(rows))
  return isIncomplete ? exitCodes.failed : exitCodes.fine
}
