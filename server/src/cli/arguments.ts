import { type KnownOptions, type ParsedOptions, parseOptions, UsageError } from './options.ts'
import { isPublishingCommand, type PublishingCommand, parsePublishingCommand } from './publishingArguments.ts'
import { isYearCommand, parseYearCommand, type YearCommand } from './yearArguments.ts'

/** A parsed command line. */
export type Command =
  | { readonly name: 'help' | 'version' }
  | CheckCommand
  | TocCommand
  | YearCommand
  | PublishingCommand
  | ExportCommand
  | { readonly name: 'learn'; readonly paths: readonly string[] }
  | { readonly name: 'debug'; readonly file: string }
  | { readonly name: 'refused'; readonly message: string }

export interface CheckCommand {
  readonly name: 'check'
  readonly format: ReportFormat
  readonly fix: boolean
  readonly profile: string | null
  /** The project file for all lists; null if each has its nearest one. */
  readonly config: string | null
  readonly maxWarnings: number
  /** Report only what was touched since HEAD branched off this commit; null for everything. */
  readonly changedSince: string | null
  readonly paths: readonly string[]
}

export interface ExportCommand {
  readonly name: 'export'
  readonly format: ExportFormat
  /** Whether a feed has e-mail addresses. */
  readonly withEmail: boolean
  readonly config: string | null
  readonly paths: readonly string[]
}

export interface TocCommand {
  readonly name: 'toc'
  /** Whether to report changes only, and write nothing. */
  readonly check: boolean
  readonly config: string | null
  readonly paths: readonly string[]
}

const formats = ['text', 'json', 'github', 'sarif', 'rdjson', 'markdown'] as const

const exportFormats = ['json', 'csv', 'feed'] as const

/** The output formats of `export`. */
export type ExportFormat = (typeof exportFormats)[number]

/** The output formats of `check`. */
export type ReportFormat = (typeof formats)[number]

const options: Readonly<Record<'check' | 'export' | 'learn' | 'toc', KnownOptions>> = {
  check: {
    '--format': { values: formats },
    '--fix': { flag: true },
    '--profile': {},
    '--config': {},
    '--max-warnings': {},
    '--changed-since': {},
  },
  export: { '--format': { values: exportFormats }, '--with-email': { flag: true }, '--config': {} },
  learn: {},
  toc: { '--check': { flag: true }, '--config': {} },
}

/**
 * Whether these arguments start the server: `lsp`, its transport, and the id of the client's process, which client libraries add and the
 * server's library reads itself.
 */
export const asksForServer = ([name, ...rest]: readonly string[]): boolean =>
  name === 'lsp' &&
  rest.every((arg, index) => isServerArgument(arg) || (rest[index - 1] === clientProcessOption && /^\d+$/.test(arg)))

const clientProcessOption = '--clientProcessId'

const isServerArgument = (arg: string): boolean =>
  arg === '--stdio' || arg === clientProcessOption || /^--clientProcessId=\d+$/.test(arg)

/** Whether these arguments start the server for agents: `mcp`, with or without its transport. */
export const asksForMcp = ([name, ...rest]: readonly string[]): boolean =>
  name === 'mcp' && (rest.length === 0 || (rest.length === 1 && rest[0] === '--stdio'))

/** Parses the command line; `refused` if it is not valid. */
export function parseArguments(argv: readonly string[]): Command {
  try {
    return parseCommand(argv)
  } catch (error) {
    if (error instanceof UsageError) return { name: 'refused', message: error.message }
    throw error
  }
}

function parseCommand([name, ...rest]: readonly string[]): Command {
  if (name === undefined) throw new UsageError('a command is missing')
  if (name === '--help' || name === '-h' || name === 'help') return { name: 'help' }
  if (name === '--version' || name === '-V') return { name: 'version' }
  if (name === 'lsp') return rejectLsp(rest)
  if (name === 'mcp') return rejectMcp(rest)
  if (name === 'debug') return debugCommand(rest)
  const args = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length)
  const asksForHelp = args.includes('--help') || args.includes('-h')
  if (isPublishingCommand(name)) return asksForHelp ? { name: 'help' } : parsePublishingCommand(name, rest)
  if (isYearCommand(name)) return asksForHelp ? { name: 'help' } : parseYearCommand(name, rest)
  if (name !== 'check' && name !== 'export' && name !== 'learn' && name !== 'toc')
    throw new UsageError(`there is no command ${name}`)
  if (asksForHelp) return { name: 'help' }
  const parsed = parseOptions(name, options[name], rest)
  if (parsed.paths.length === 0) throw new UsageError(`${name}: a file or folder is missing`)
  const { given, paths } = parsed
  if (name === 'learn') return { name, paths }
  if (name === 'toc') return { name, check: given.has('--check'), config: given.get('--config') ?? null, paths }
  return name === 'export' ? exportCommand(parsed) : checkCommand(parsed)
}

function exportCommand({ given, paths }: ParsedOptions): ExportCommand {
  const format = exportFormats.find((each) => each === given.get('--format')) ?? 'json'
  const withEmail = given.has('--with-email')
  if (withEmail && format !== 'feed') throw new UsageError('export: --with-email goes with --format feed')
  return { name: 'export', format, withEmail, config: given.get('--config') ?? null, paths }
}

function checkCommand({ given, paths }: ParsedOptions): CheckCommand {
  const changedSince = parseRevision(given)
  return {
    name: 'check',
    format: formats.find((format) => format === given.get('--format')) ?? 'text',
    fix: given.has('--fix'),
    profile: given.get('--profile') ?? null,
    config: given.get('--config') ?? null,
    maxWarnings: parseMaxWarnings(given.get('--max-warnings')),
    changedSince,
    paths,
  }
}

/** Explains how one file is read; for contributors, and not in `--help`. */
function debugCommand(args: readonly string[]): Command {
  const [file, ...more] = args[0] === '--' ? args.slice(1) : args
  if (file === undefined || more.length > 0) throw new UsageError('debug: expected one FILE or FILE:LINE')
  return { name: 'debug', file }
}

/** The result for `lsp` with arguments that are not the server's. */
function rejectLsp(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h')) return { name: 'help' }
  const odd = args.find((arg) => !isServerArgument(arg)) ?? ''
  throw new UsageError(`lsp: ${odd} is not understood; the server takes --stdio alone`)
}

/** The result for `mcp` with arguments that it does not take. */
function rejectMcp(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h')) return { name: 'help' }
  throw new UsageError('mcp: expected no arguments; it serves the current folder on stdin and stdout')
}

/** A revision is passed to git: it must not look like an option. */
function parseRevision(given: ReadonlyMap<string, string>): string | null {
  const value = given.get('--changed-since')
  if (value === undefined) return null
  if (value === '') throw new UsageError('check: --changed-since needs a branch, tag or commit')
  if (value.startsWith('-')) throw new UsageError(`check: --changed-since needs a branch, tag or commit, not ${value}`)
  if (given.has('--fix')) throw new UsageError('check: --fix mends whole lists and does not go with --changed-since')
  return value
}

function parseMaxWarnings(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`check: --max-warnings needs a whole number, not ${value}`)
  return Number(value)
}

/** A file and, as in `list.md:12`, the 1-based line to explain; null for all of it. */
export interface DebugTarget {
  readonly path: string
  readonly line: number | null
}

/** `list.md:12` → `list.md`, line 12. */
export function debugTarget(word: string): DebugTarget {
  const found = /^(.+):(\d{1,9})$/s.exec(word)
  return found ? { path: found[1]!, line: Number(found[2]) } : { path: word, line: null }
}
