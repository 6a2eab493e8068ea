import type { CheckReport } from '../report/schema.ts'

/** `defects`: findings of level error, or what a check without writing would change; `failed`: the command could not do its work. */
export const exitCodes = { fine: 0, defects: 1, failed: 2 } as const

/** The exit code of `check`: `defects` also for more warnings than `maxWarnings`. */
export function checkExitCode({ files, errors }: CheckReport, maxWarnings: number): number {
  if (errors.length > 0) return exitCodes.failed
  const severities = files.flatMap((file) => file.findings.map((finding) => finding.severity))
  const warnings = severities.filter((severity) => severity === 'warning').length
  return severities.includes('error') || warnings > maxWarnings ? exitCodes.defects : exitCodes.fine
}
