import { version } from '../../../package.json'
import { builtInIds, profileById } from '../model/profiles/profiles.ts'
import type { CheckReport } from '../report/schema.ts'
import { rules } from '../rules/index.ts'
import { sanitizeControlCharacters } from '../text/sanitize.ts'
import { type CheckCommand, parseArguments, type TocCommand } from './arguments.ts'
import { type Checked, check } from './commands/check.ts'
import { exportLists } from './commands/exportLists.ts'
import { syncTocs } from './commands/syncTocs.ts'
import { type ChangedLines, readChanges } from './git/changedLines.ts'
import { help, usage } from './help.ts'
import { createSetup, type Setup } from './input/configuration.ts'
import type { Io } from './io/io.ts'
import { csvReport } from './reporters/csvReport.ts'
import { githubReport } from './reporters/githubReport.ts'
import { sarifReport } from './reporters/sarifReport.ts'
import { fixedReport, textReport } from './reporters/textReport.ts'
import { tocReport } from './reporters/tocReport.ts'

const [fine, defects, failed] = [0, 1, 2]

/** Does what the words behind the program's name ask for. Resolves to the exit code: 0 fine, 1 something is at error level, 2 it could not work. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const command = parseArguments(argv)
  switch (command.name) {
    case 'help':
      io.stdout(help.replace('PROFILES', builtInIds.join(', ')))
      return fine
    case 'version':
      io.stdout(`${version}\n`)
      return fine
    case 'refused':
      return refuse(command.message, io)
    case 'export': {
      const setup = await setupFor(command.config, null, io)
      if (typeof setup === 'number') return setup
      const exported = await exportLists(command.paths, setup, io)
      io.stdout(command.format === 'csv' ? csvReport(exported.report) : json(exported.report))
      return exported.failed ? failed : fine
    }
    case 'toc':
      return runToc(command, io)
    case 'check':
      return runCheck(command, io)
  }
}

async function runCheck(command: CheckCommand, io: Io): Promise<number> {
  const { profile, paths } = command
  const setup = await setupFor(command.config, profile, io)
  if (typeof setup === 'number') return setup
  const own = profile === null || profileById(profile) !== null ? null : await setup.ownIds(paths)
  if (own !== null && !own.some((id) => id === profile)) {
    return refuse(`check: there is no profile ${profile}; there is ${[...builtInIds, ...own].join(', ')}`, io)
  }
  const changes = await changesFor(command, io)
  if (typeof changes === 'number') return changes
  const checked = await check(command.paths, command.fix, changes, setup, io)
  print(checked, command, io)
  return exitCode(checked.report, command.maxWarnings)
}

/** What a branch touched; null where everything counts, and the exit code where git does not tell. */
async function changesFor({ changedSince, paths }: CheckCommand, io: Io): Promise<ChangedLines | null | number> {
  if (changedSince === null) return null
  try {
    return await readChanges(changedSince, paths, io)
  } catch (error) {
    io.stderr(
      `idea-files: --changed-since: ${sanitizeControlCharacters(error instanceof Error ? error.message : String(error))}\n`,
    )
    return failed
  }
}

async function runToc({ check: dry, config, paths }: TocCommand, io: Io): Promise<number> {
  const setup = await setupFor(config, null, io)
  if (typeof setup === 'number') return setup
  const synced = await syncTocs(paths, dry, setup, io)
  for (const { path, message } of synced.errors)
    io.stderr(`idea-files: ${sanitizeControlCharacters(path)}: ${sanitizeControlCharacters(message)}\n`)
  for (const path of synced.others) io.stderr(`idea-files: ${sanitizeControlCharacters(path)} is no idea list\n`)
  io.stdout(tocReport(synced, dry))
  return synced.errors.length > 0 ? failed : dry && synced.stale.length > 0 ? defects : fine
}

/** The setup, or the exit code where the project file that was named cannot be read. */
async function setupFor(config: string | null, profile: Parameters<typeof createSetup>[1], io: Io): Promise<Setup | number> {
  try {
    return await createSetup(config, profile, io)
  } catch (error) {
    io.stderr(
      `idea-files: ${sanitizeControlCharacters(config ?? '')}: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    return failed
  }
}

const json = (report: object): string => `${JSON.stringify(report, null, 2)}\n`

function refuse(message: string, io: Io): number {
  io.stderr(`idea-files: ${message}\n${usage}`)
  return failed
}

function print({ report, fixed }: Checked, command: CheckCommand, io: Io): void {
  const { format, fix } = command
  if (format === 'text') {
    for (const { path, message } of report.errors)
      io.stderr(`idea-files: ${sanitizeControlCharacters(path)}: ${sanitizeControlCharacters(message)}\n`)
    io.stdout((fix ? fixedReport(fixed) : '') + textReport(report, command, io.colours))
    return
  }
  // a program reads what goes to stdout
  if (fixed.length > 0) io.stderr(fixedReport(fixed))
  if (format === 'github') io.stdout(githubReport(report))
  else io.stdout(json(format === 'sarif' ? sarifReport(report, rules, version) : report))
}

function exitCode({ files, errors }: CheckReport, maxWarnings: number): number {
  if (errors.length > 0) return failed
  const severities = files.flatMap((file) => file.findings.map((finding) => finding.severity))
  const warnings = severities.filter((severity) => severity === 'warning').length
  return severities.includes('error') || warnings > maxWarnings ? defects : fine
}
