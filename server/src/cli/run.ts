import { version } from '../../../package.json'
import { builtInIds, profileById } from '../model/profiles/profiles.ts'
import { errorMessage } from '../text/errorMessage.ts'
import { sanitizeControlCharacters } from '../text/sanitize.ts'
import {
  type CheckCommand,
  debugTarget,
  type ExportCommand,
  parseArguments,
  type ReportFormat,
  type TocCommand,
} from './arguments.ts'
import { checkLists } from './commands/check.ts'
import { debug } from './commands/debug.ts'
import { exportLists } from './commands/exportLists.ts'
import { learnLists } from './commands/learn.ts'
import { syncTocs } from './commands/syncTocs.ts'
import { checkExitCode, exitCodes } from './exitCodes.ts'
import { type ChangedLines, readChangedLines } from './git/changedLines.ts'
import { repositoryPaths } from './git/repository.ts'
import { help } from './help.ts'
import { configurationOrExitCode, createCliConfiguration } from './input/configuration.ts'
import type { Io } from './io/io.ts'
import { jsonText } from './io/jsonText.ts'
import { printError, printRefusal } from './io/printError.ts'
import { guardOutput } from './io/runnerCommands.ts'
import { csvReport } from './reporters/csvReport.ts'
import { githubReport } from './reporters/githubReport.ts'
import { printCheckReport, printFixReport } from './reporters/printReport.ts'
import { tocReport } from './reporters/tocReport.ts'
import { feedOf, runPublishingCommand } from './runPublishing.ts'
import { runYearCommand } from './runYear.ts'

/** Runs the command of these arguments. Resolves to the exit code: 0 success, 1 findings of level error, 2 failure. */
export async function run(argv: readonly string[], terminal: Io): Promise<number> {
  const io = guardOutput(terminal)
  const command = parseArguments(argv)
  switch (command.name) {
    case 'help':
      io.stdout(help.replace('PROFILES', builtInIds.join(', ')))
      return exitCodes.fine
    case 'version':
      io.stdout(`${version}\n`)
      return exitCodes.fine
    case 'refused':
      return printRefusal(command.message, io)
    case 'export':
      return runExport(command, io)
    case 'learn': {
      const learned = await learnLists(command.paths, await createCliConfiguration(null, null, io), io)
      io.stdout(jsonText(learned.configuration))
      return learned.failed ? exitCodes.failed : exitCodes.fine
    }
    case 'debug':
      return runDebugCommand(command.file, io)
    case 'toc':
      return runTocCommand(command, io)
    case 'check':
      return runCheckCommand(command, io, terminal)
    case 'site':
    case 'report':
      return runPublishingCommand(command, io)
    default:
      return runYearCommand(command, io)
  }
}

/** The formats that contain the edits of fixes. */
const formatsWithFixes: ReadonlySet<ReportFormat> = new Set(['json', 'sarif', 'rdjson'])

/** Runs `check`; its annotations go to `terminal`, everything else to `io`, which lets no command through. */
async function runCheckCommand(command: CheckCommand, io: Io, terminal: Io): Promise<number> {
  const { profile, paths } = command
  const configuration = await configurationOrExitCode(command.config, profile, io)
  if (typeof configuration === 'number') return configuration
  const custom = profile === null || profileById(profile) !== null ? null : await configuration.customProfileIds(paths)
  if (custom !== null && !custom.some((id) => id === profile)) {
    return printRefusal(`check: there is no profile ${profile}; there is ${[...builtInIds, ...custom].join(', ')}`, io)
  }
  const changes = await changedLinesForRun(command, io)
  if (typeof changes === 'number') return changes
  const checked = await checkLists(
    { paths, fix: command.fix, changes, withFixes: formatsWithFixes.has(command.format) },
    configuration,
    io,
  )
  if (command.format === 'github') {
    printFixReport(checked, io)
    terminal.stdout(githubReport(checked.report, await repositoryPaths(io)))
  } else printCheckReport(checked, command, await repositoryPaths(io), io)
  return checkExitCode(checked.report, command.maxWarnings)
}

/** What a branch touched; null if everything is to be reported, the exit code if git fails. */
async function changedLinesForRun({ changedSince, paths }: CheckCommand, io: Io): Promise<ChangedLines | null | number> {
  if (changedSince === null) return null
  try {
    return await readChangedLines(changedSince, paths, io)
  } catch (error) {
    printError('--changed-since', errorMessage(error), io)
    return exitCodes.failed
  }
}

async function runExport(command: ExportCommand, io: Io): Promise<number> {
  const configuration = await configurationOrExitCode(command.config, null, io)
  if (typeof configuration === 'number') return configuration
  const { report, failed: isIncomplete } = await exportLists(command.paths, configuration, io)
  if (command.format === 'feed') io.stdout(jsonText(await feedOf(report, command.withEmail, io)))
  else io.stdout(command.format === 'csv' ? csvReport(report) : jsonText(report))
  return isIncomplete ? exitCodes.failed : exitCodes.fine
}

async function runDebugCommand(word: string, io: Io): Promise<number> {
  const target = debugTarget(word)
  try {
    io.stdout(await debug(target, await createCliConfiguration(null, null, io), io))
    return exitCodes.fine
  } catch (error) {
    printError(target.path, errorMessage(error), io)
    return exitCodes.failed
  }
}

async function runTocCommand({ check: dry, config, paths }: TocCommand, io: Io): Promise<number> {
  const configuration = await configurationOrExitCode(config, null, io)
  if (typeof configuration === 'number') return configuration
  const synced = await syncTocs(paths, dry, configuration, io)
  for (const { path, message } of synced.errors) printError(path, message, io)
  for (const path of synced.otherFiles) io.stderr(`idea-files: ${sanitizeControlCharacters(path)} is not an idea list\n`)
  io.stdout(tocReport(synced, dry))
  return synced.errors.length > 0 ? exitCodes.failed : dry && synced.stale.length > 0 ? exitCodes.defects : exitCodes.fine
}
