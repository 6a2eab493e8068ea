import { withoutRepeatedPrograms } from '../../publishing/repeatedPrograms.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { pluralize } from '../../text/wording.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { configurationOrExitCode } from '../input/configuration.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { exportLists } from '../lists/exportLists.ts'
import { defaultSiteTitle, sitePageBytes, sitePublishing, writeSitePage } from '../lists/writeSite.ts'
import { configOption, type ParsedOptions, requirePaths, UsageError } from '../options.ts'

export const siteCommand: CliCommand = {
  usage: '--out <folder> [options] <path>...',
  about:
    'Writes index.html: all ideas on one page, on which they can be searched and filtered. It needs no server, and loads nothing. A path can also be an export of LFX programs (lfx-export.json).',
  options: {
    '--out': { value: '<folder>', help: 'The folder for index.html; it need not exist' },
    '--title': { value: '<text>', help: `The title of the page (default: ${defaultSiteTitle})` },
    '--with-email': { help: 'Include email addresses' },
    '--config': configOption,
  },
  examples: ['idea-files site --out public programs', 'idea-files site --out public --title "Ideas 2026" programs/summerofcode'],
  run: (args, io) => runSite(args, io),
}

async function runSite(args: ParsedOptions, io: Io): Promise<number> {
  const { given } = args
  const out = given.get('--out')
  if (out === undefined || out === '') throw new UsageError('--out is required; name a folder for the page')
  const paths = requirePaths(args)
  const configuration = await configurationOrExitCode(given.get('--config') ?? null, null, io)
  if (typeof configuration === 'number') return configuration
  const { report: all, failed: isIncomplete } = await exportLists(paths, configuration, io)
  const report = withoutRepeatedPrograms(all)
  // a page without a list that could not be read would suggest that its ideas are gone
  if (isIncomplete) return exitCodes.failed
  try {
    const options = await sitePublishing(out, given.has('--with-email'), io)
    const path = await writeSitePage(out, sitePageBytes(report, given.get('--title') || defaultSiteTitle, options), io)
    const ideas = report.files.flatMap(({ projects }) => projects.flatMap((project) => project.ideas))
    io.stderr(`idea-files: wrote ${path} with ${pluralize(ideas.length, 'idea')} of ${pluralize(report.files.length, 'list')}\n`)
    return exitCodes.fine
  } catch (error) {
    printError(out, errorMessage(error), io)
    return exitCodes.failed
  }
}
