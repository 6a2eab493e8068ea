import { version } from '../../../package.json'
import { profileById, profiles } from '../model/profiles.ts'
import { parseArguments } from './arguments.ts'
import { check } from './check.ts'
import { exportLists } from './exportLists.ts'
import { help, usage } from './help.ts'
import type { Io } from './io.ts'
import type { CheckReport } from './schema.ts'
import { harmless, textReport } from './textReport.ts'

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
      const exported = await exportLists(command.paths, io)
      io.stdout(json(exported.report))
      return exported.failed ? failed : fine
    }
    case 'check': {
      const profile = command.profile === null ? null : profileById(command.profile)
      if (command.profile !== null && profile === null) {
        return refuse(`check: there is no profile ${command.profile}; there is ${Object.keys(profiles).join(', ')}`, io)
      }
      const report = await check(command.paths, profile, io)
      if (command.format === 'json') io.stdout(json(report))
      else inText(report, command.paths, command.maxWarnings, io)
      return exitCode(report, command.maxWarnings)
    }
  }
}

const json = (report: object): string => `${JSON.stringify(report, null, 2)}\n`

function refuse(message: string, io: Io): number {
  io.stderr(`idea-files: ${message}\n${usage}`)
  return failed
}

function inText(report: CheckReport, paths: readonly string[], maxWarnings: number, io: Io): void {
  for (const { path, message } of report.errors) io.stderr(`idea-files: ${harmless(path)}: ${harmless(message)}\n`)
  io.stdout(textReport(report, paths, maxWarnings, io.colours))
}

function exitCode({ files, errors }: CheckReport, maxWarnings: number): number {
  if (errors.length > 0) return failed
  const severities = files.flatMap((file) => file.findings.map((finding) => finding.severity))
  const warnings = severities.filter((severity) => severity === 'warning').length
  return severities.includes('error') || warnings > maxWarnings ? defects : fine
}
