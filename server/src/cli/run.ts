import { version } from '../../../package.json'
import { builtInIds, profileById } from '../model/profiles/profiles.ts'
import type { CheckReport } from '../report/schema.ts'
import { rules } from '../rules/index.ts'
import { errorMessage } from '../text/errorMessage.ts'
import { sanitizeControlCharacters } from '../text/sanitize.ts'
import { type CheckCommand, parseArguments, type TocCommand } from './arguments.ts'
import { type Checked, checkLists } from './commands/check.ts'
import { debug, debugTarget } from './commands/debug.ts'
import { exportLists } from './commands/exportLists.ts'
import { syncTocs } from './commands/syncTocs.ts'
import { type ChangedLines, readChangedLines } from './git/changedLines.ts'
import { repositoryPaths } from './git/repository.ts'
import { help, usage } from './help.ts'
import { type CliConfiguration, createCliConfiguration } from './input/configuration.ts'
import type { Io } from './io/io.ts'
import { jsonText } from './io/jsonText.ts'
import { printError } from './io/printError.ts'
import { guardOutput } from './io/runnerCommands.ts'
import { csvReport } from './reporters/csvReport.ts'
import { githubReport } from './reporters/githubReport.ts'
import { sarifReport } from './reporters/sarifReport.ts'
import { fixedReport, textReport } from './reporters/textReport.ts'
import { tocReport } from './reporters/tocReport.ts'
import { runYearCommand } from './runYear.ts'

const [fine, defects, failed] = [0, 1, 2]

/** Runs the command of these arguments. Resolves to the exit code: 0 success, 1 findings of level error, 2 failure. */
export async function run(argv: readonly string[], terminal: Io): Promise<number> {
  const io = guardOutput(terminal)
  const command = parseArguments(argv)
  switch (command.name) {
    case 'help':
      io.stdout(help.replace('PROFILES', builtInIds.join(', ')))
      return fine
    case 'version':
      io.stdout(`${version}\n`)
      return fine
    case 'refused':
      return refuseCommand(command.message, io)
    case 'export': {
      const configuration = await configurationForRun(command.config, null, io)
      if (typeof configuration === 'number') return configuration
      const exported = await exportLists(command.paths, configuration, io)
      io.stdout(command.format === 'csv' ? csvReport(exported.report) : jsonText(exported.report))
      return exported.failed ? failed : fine
    }
    case 'debug':
      return runDebug(command.file, io)
    case 'toc':
      return runToc(command, io)
    case 'check':
      return runCheck(command, io, terminal)
    default:
      return runYearCommand(command, io)
  }
}

/** Runs `check`; its annotations go to `terminal`, everything else to `io`, which lets no command through. */
async function runCheck(command: CheckCommand, io: Io, terminal: Io): Promise<number> {
  const { profile, paths } = command
  const configuration = await configurationForRun(command.config, profile, io)
  if (typeof configuration === 'number') return configuration
  const custom = profile === null || profileById(profile) !== null ? null : await configuration.customProfileIds(paths)
  if (custom !== null && !custom.some((id) => id === profile)) {
    return refuseCommand(`check: there is no profile ${profile}; there is ${[...builtInIds, ...custom].join(', ')}`, io)
  }
  const changes = await changesForRun(command, io)
  if (typeof changes === 'number') return changes
  const checked = await checkLists({ paths, fix: command.fix, changes }, configuration, io)
  if (command.format === 'github') {
    printFixed(checked, io)
    terminal.stdout(githubReport(checked.report, await repositoryPaths(io)))
  } else printChecked(checked, command, await repositoryPaths(io), io)
  return exitCode(checked.report, command.maxWarnings)
}

/** What a branch touched; null if everything is to be reported, the exit code if git fails. */
async function changesForRun({ changedSince, paths }: CheckCommand, io: Io): Promise<ChangedLines | null | number> {
  if (changedSince === null) return null
  try {
    return await readChangedLines(changedSince, paths, io)
  } catch (error) {
    printError('--changed-since', errorMessage(error), io)
    return failed
  }
}

async function runDebug(word: string, io: Io): Promise<number> {
  const target = debugTarget(word)
  try {
    io.stdout(await debug(target, await createCliConfiguration(null, null, io), io))
    return fine
  } catch (error) {
    printError(target.path, errorMessage(error), io)
    return failed
  }
}

async function runToc({ check: dry, config, paths }: TocCommand, io: Io): Promise<number> {
  const configuration = await configurationForRun(config, null, io)
  if (typeof configuration === 'number') return configuration
  const synced = await syncTocs(paths, dry, configuration, io)
  for (const { path, message } of synced.errors) printError(path, message, io)
  for (const path of synced.otherFiles) io.stderr(`idea-files: ${sanitizeControlCharacters(path)} is no idea list\n`)
  io.stdout(tocReport(synced, dry))
  return synced.errors.length > 0 ? failed : dry && synced.stale.length > 0 ? defects : fine
}

/** The configuration, or the exit code if the given project file cannot be read. */
async function configurationForRun(
  config: string | null,
  profile: Parameters<typeof createCliConfiguration>[1],
  io: Io,
): Promise<CliConfiguration | number> {
  try {
    return await createCliConfiguration(config, profile, io)
  } catch (error) {
    printError(config ?? '', errorMessage(error), io)
    return failed
  }
}

function refuseCommand(message: string, io: Io): number {
  io.stderr(`idea-files: ${sanitizeControlCharacters(message)}\n${usage}`)
  return failed
}

/** Reports what was fixed on stderr: programs read stdout. */
function printFixed({ fixed }: Checked, io: Io): void {
  if (fixed.length > 0) io.stderr(fixedReport(fixed))
}

function printChecked(checked: Checked, command: CheckCommand, pathInRepository: (path: string) => string, io: Io): void {
  const { report, fixed } = checked
  const { format, fix } = command
  if (format === 'text') {
    for (const { path, message } of report.errors) printError(path, message, io)
    io.stdout((fix ? fixedReport(fixed) : '') + textReport(report, command, io.colors))
    return
  }
  printFixed(checked, io)
  io.stdout(jsonText(format === 'sarif' ? sarifReport(report, { rules, version, pathInRepository }) : report))
}

function exitCode({ files, errors }: CheckReport, maxWarnings: number): number {
  if (errors.length > 0) return failed
  const severities = files.flatMap((file) => file.findings.map((finding) => finding.severity))
  const warnings = severities.filter((severity) => severity === 'warning').length
  return severities.includes('error') || warnings > maxWarnings ? defects : fine
}
