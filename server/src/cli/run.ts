import { version } from '../../../package.json'
import { profileById, profiles } from '../model/profiles.ts'
import { rules } from '../rules/index.ts'
import { harmless } from '../text/harmless.ts'
import { type CheckCommand, parseArguments } from './arguments.ts'
import { type Checked, check } from './check.ts'
import { exportLists } from './exportLists.ts'
import { githubReport } from './githubReport.ts'
import { help, usage } from './help.ts'
import type { Io } from './io.ts'
import { sarifReport } from './sarifReport.ts'
import type { CheckReport } from './schema.ts'
import { createSetup, type Setup } from './setup.ts'
import { fixedReport, textReport } from './textReport.ts'

const [fine, defects, failed] = [0, 1, 2]

/** Does what the words behind the program's name ask for. Resolves to the exit code: 0 fine, 1 something is at error level, 2 it could not work. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const command = parseArguments(argv)
  switch (command.name) {
    case 'help':
      io.stdout(help.replace('PROFILES', Object.keys(profiles).join(', ')))
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
      io.stdout(json(exported.report))
      return exported.failed ? failed : fine
    }
    case 'check':
      return runCheck(command, io)
  }
}

async function runCheck(command: CheckCommand, io: Io): Promise<number> {
  const profile = command.profile === null ? null : profileById(command.profile)
  if (command.profile !== null && profile === null) {
    return refuse(`check: there is no profile ${command.profile}; there is ${Object.keys(profiles).join(', ')}`, io)
  }
  const setup = await setupFor(command.config, profile, io)
  if (typeof setup === 'number') return setup
  const checked = await check(command.paths, command.fix, setup, io)
  print(checked, command, io)
  return exitCode(checked.report, command.maxWarnings)
}

/** The setup, or the exit code where the project file that was named cannot be read. */
async function setupFor(config: string | null, profile: Parameters<typeof createSetup>[1], io: Io): Promise<Setup | number> {
  try {
    return await createSetup(config, profile, io)
  } catch (error) {
    io.stderr(`idea-files: ${harmless(config ?? '')}: ${error instanceof Error ? error.message : String(error)}\n`)
    return failed
  }
}

const json = (report: object): string => `${JSON.stringify(report, null, 2)}\n`

function refuse(message: string, io: Io): number {
  io.stderr(`idea-files: ${message}\n${usage}`)
  return failed
}

function print({ report, fixed }: Checked, { format, fix, paths, maxWarnings }: CheckCommand, io: Io): void {
  if (format === 'text') {
    for (const { path, message } of report.errors) io.stderr(`idea-files: ${harmless(path)}: ${harmless(message)}\n`)
    io.stdout((fix ? fixedReport(fixed) : '') + textReport(report, paths, maxWarnings, io.colours))
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
