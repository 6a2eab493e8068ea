import { ideaFeed } from '../publishing/feed.ts'
import type { Feed } from '../publishing/feedSchema.ts'
import { csvRows, markdownTable } from '../publishing/markdownTable.ts'
import { type PublishingOptions, publishedIdeas } from '../publishing/publishedIdeas.ts'
import { reportTables } from '../publishing/reportTables.ts'
import type { ExportReport } from '../report/schema.ts'
import { csvText } from '../text/csv.ts'
import { errorMessage } from '../text/errorMessage.ts'
import { pluralize } from '../text/wording.ts'
import { exportLists } from './commands/exportLists.ts'
import { publishingFor, sitePageBytes, writeSitePage } from './commands/site.ts'
import { exitCodes } from './exitCodes.ts'
import { repositoryWebUrls } from './git/webUrl.ts'
import { type CliConfiguration, configurationOrExitCode } from './input/configuration.ts'
import type { Io } from './io/io.ts'
import { printError } from './io/printError.ts'
import { defaultSiteTitle, type PublishingCommand, type ReportCommand, type SiteCommand } from './publishingArguments.ts'

/** Runs a command that publishes lists. Resolves to the exit code. */
export async function runPublishingCommand(command: PublishingCommand, io: Io): Promise<number> {
  const configuration = await configurationOrExitCode(command.config, null, io)
  if (typeof configuration === 'number') return configuration
  return command.name === 'site' ? runSite(command, configuration, io) : runReport(command, configuration, io)
}

async function runSite(command: SiteCommand, configuration: CliConfiguration, io: Io): Promise<number> {
  const { report, failed: isIncomplete } = await exportLists(command.paths, configuration, io)
  // a page without a list that could not be read would say that its ideas are gone
  if (isIncomplete) return exitCodes.failed
  try {
    const options: PublishingOptions = await publishingFor(command, io)
    const path = await writeSitePage(command.out, sitePageBytes(report, command.title, options), io)
    const ideas = report.files.flatMap(({ projects }) => projects.flatMap((project) => project.ideas))
    io.stderr(`idea-files: wrote ${path} with ${pluralize(ideas.length, 'idea')} of ${pluralize(report.files.length, 'list')}\n`)
    return exitCodes.fine
  } catch (error) {
    printError(command.out, errorMessage(error), io)
    return exitCodes.failed
  }
}

/** The feed of these lists; an idea has an address if its list is in a repository on the web. */
export const feedOf = async (report: ExportReport, withEmail: boolean, io: Io): Promise<Feed> =>
  ideaFeed(defaultSiteTitle, publishedIdeas(report, { withEmail, urlOf: await repositoryWebUrls(io) }))

async function runReport({ table, format, paths }: ReportCommand, configuration: CliConfiguration, io: Io): Promise<number> {
  const { report, failed: isIncomplete } = await exportLists(paths, configuration, io)
  const rows = reportTables[table](report)
  io.stdout(format === 'csv' ? csvText(csvRows(rows)) : markdownTable(rows))
  return isIncomplete ? exitCodes.failed : exitCodes.fine
}
