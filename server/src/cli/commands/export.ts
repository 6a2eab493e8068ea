import { ideaFeed } from '../../publishing/feed.ts'
import { publishedIdeas } from '../../publishing/publishedIdeas.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { repositoryWebUrls } from '../git/webUrl.ts'
import { configurationOrExitCode } from '../input/configuration.ts'
import type { Io } from '../io/io.ts'
import { jsonText } from '../io/jsonText.ts'
import { exportLists } from '../lists/exportLists.ts'
import { defaultSiteTitle } from '../lists/writeSite.ts'
import { configOption, type ParsedOptions, requirePaths, UsageError } from '../options.ts'
import { csvReport } from '../reporters/csvReport.ts'

const exportFormats = ['json', 'csv', 'feed'] as const

export const exportCommand: CliCommand = {
  usage: '[options] <path>...',
  about: 'Prints the projects and ideas of the lists, with their fields and mentors.',
  options: {
    '--format': {
      value: '<format>',
      choices: exportFormats,
      help: "json (default), csv (one row per idea; cells that a spreadsheet could run as a formula start with ') or feed (a JSON Feed, without email addresses)",
    },
    '--with-email': { help: 'Include email addresses in a feed' },
    '--config': configOption,
  },
  examples: [
    'idea-files export programs',
    'idea-files export --format csv programs > ideas.csv',
    'idea-files export --format feed programs > feed.json',
  ],
  run: (args, io) => runExport(args, io),
}

async function runExport(args: ParsedOptions, io: Io): Promise<number> {
  const { given } = args
  const paths = requirePaths(args)
  const format = given.get('--format') ?? 'json'
  const withEmail = given.has('--with-email')
  if (withEmail && format !== 'feed') throw new UsageError('--with-email can only be used with --format feed')
  const configuration = await configurationOrExitCode(given.get('--config') ?? null, null, io)
  if (typeof configuration === 'number') return configuration
  const { report, failed: isIncomplete } = await exportLists(paths, configuration, io)
  if (format === 'feed') {
    // an idea has an address if its list is in a repository on the web
    const urlOf = await repositoryWebUrls(io)
    io.stdout(jsonText(ideaFeed(defaultSiteTitle, publishedIdeas(report, { withEmail, urlOf }))))
  } else io.stdout(format === 'csv' ? csvReport(report) : jsonText(report))
  return isIncomplete ? exitCodes.failed : exitCodes.fine
}
