import { builtInIds, profileById } from '../../model/profiles/profiles.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import type { CliCommand } from '../command.ts'
import { checkExitCode, exitCodes } from '../exitCodes.ts'
import { type ChangedLines, readChangedLines } from '../git/changedLines.ts'
import { repositoryPaths } from '../git/repository.ts'
import { type CliConfiguration, configurationOrExitCode } from '../input/configuration.ts'
import { type FoundPath, findFiles } from '../input/findFiles.ts'
import { type Results, readResults } from '../input/results.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { checkLists } from '../lists/checkLists.ts'
import { resultsForCheck } from '../lists/checkTogether.ts'
import { changedSinceOption, configOption, type ParsedOptions, requirePaths, UsageError } from '../options.ts'
import { githubReport } from '../reporters/githubReport.ts'
import { type CheckFormat, checkFormats, printCheckReport, printFixReport } from '../reporters/printReport.ts'

export const checkCommand: CliCommand = {
  usage: '[options] <path>...',
  about:
    'Reports the problems that a reviewer would ask about. A folder is searched for idea lists, except what .gitignore excludes; a file is read whatever its name.',
  options: {
    '--format': {
      value: '<format>',
      choices: checkFormats,
      help: 'text (default), json, github (annotations of a pull request), sarif (code scanning), rdjson (reviewdog) or markdown (a table). json, sarif and rdjson include the edits of fixes',
    },
    '--fix': { help: 'Apply safe fixes, then report what is left' },
    '--max-warnings': { value: '<n>', help: 'Exit with 1 if there are more warnings than this' },
    '--changed-since': {
      value: '<ref>',
      help: 'Report only what changed since this branch left <ref>, a branch, tag or commit. An idea or field counts as changed if anything in it changed; untracked files count as new. Cannot be combined with --fix',
    },
    '--config': configOption,
    '--profile': {
      value: '<id>',
      help: `Use this profile for all lists: ${builtInIds.join(', ')}, or a program that the configuration file defines`,
    },
  },
  examples: [
    'idea-files check programs',
    'idea-files check --fix programs/summerofcode/2026.md',
    'idea-files check --changed-since origin/main --format github .',
  ],
  exitsWith1: 'There are errors, or more warnings than --max-warnings',
  run: (args, io, terminal) => runCheck(parseCheck(args), io, terminal),
}

/** The options of `check`. */
export interface CheckCommandOptions {
  readonly format: CheckFormat
  readonly fix: boolean
  readonly profile: string | null
  /** The configuration file for all lists; null if each has its nearest one. */
  readonly config: string | null
  readonly maxWarnings: number
  /** Report only what was touched since HEAD branched off this commit; null for everything. */
  readonly changedSince: string | null
  readonly paths: readonly string[]
}

/** Reads the options of `check`. Throws a `UsageError`. */
export function parseCheck(args: ParsedOptions): CheckCommandOptions {
  const { given } = args
  const changedSince = changedSinceOption(args)
  if (changedSince !== null && given.has('--fix')) {
    throw new UsageError('--fix and --changed-since cannot be combined, because fixes apply to whole files')
  }
  return {
    format: checkFormats.find((format) => format === given.get('--format')) ?? 'text',
    fix: given.has('--fix'),
    profile: given.get('--profile') ?? null,
    config: given.get('--config') ?? null,
    maxWarnings: parseMaxWarnings(given.get('--max-warnings')),
    changedSince,
    paths: requirePaths(args),
  }
}

function parseMaxWarnings(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--max-warnings requires a whole number (got "${value}")`)
  return Number(value)
}

/** The formats that contain the edits of fixes. */
const formatsWithFixes: ReadonlySet<CheckFormat> = new Set(['json', 'sarif', 'rdjson'])

async function runCheck(options: CheckCommandOptions, io: Io, terminal: Io): Promise<number> {
  const { profile, paths, format, fix } = options
  const configuration = await configurationOrExitCode(options.config, profile, io)
  if (typeof configuration === 'number') return configuration
  if (profile !== null) await requireKnownProfile(profile, paths, configuration)
  const changes = await changedLinesForRun(options, io)
  if (typeof changes === 'number') return changes
  const withFixes = formatsWithFixes.has(format)
  const files = await findFiles(paths, io)
  const checked = await checkLists({ files, fix, changes, withFixes }, configuration, io, await knownResults(options, files, io))
  if (format === 'github') {
    printFixReport(checked, io)
    terminal.stdout(githubReport(checked.report, await repositoryPaths(io)))
  } else printCheckReport(checked, { ...options, format }, await repositoryPaths(io), io)
  checked.keep()
  return checkExitCode(checked.report, options.maxWarnings)
}

/** A fix changes the lists; of a branch's changes, no report of a whole list is needed. */
async function knownResults(options: CheckCommandOptions, files: readonly FoundPath[], io: Io): Promise<Results | null> {
  const { fix, changedSince, format } = options
  if (fix) return null
  return changedSince === null
    ? resultsForCheck(files, { ...options, withFixes: formatsWithFixes.has(format) }, io)
    : readResults(io)
}

async function requireKnownProfile(
  profile: string,
  paths: readonly string[],
  { customProfileIds }: CliConfiguration,
): Promise<void> {
  if (profileById(profile) !== null) return
  const custom = await customProfileIds(paths)
  if (!custom.includes(profile)) {
    throw new UsageError(`unknown profile "${profile}"; use ${[...builtInIds, ...custom].join(', ')}`)
  }
}

/** What a branch touched; null if everything is to be reported, the exit code if git fails. */
async function changedLinesForRun({ changedSince, paths }: CheckCommandOptions, io: Io): Promise<ChangedLines | null | number> {
  if (changedSince === null) return null
  try {
    return await readChangedLines(changedSince, paths, io)
  } catch (error) {
    printError('--changed-since', errorMessage(error), io)
    return exitCodes.failed
  }
}
