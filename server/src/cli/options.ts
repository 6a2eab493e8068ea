import { joinWithOr } from '../text/wording.ts'

/** An option of a command, as it is parsed and as `--help` shows it. */
export interface CliOption {
  /** What `--help` calls its value, such as `<file>`; an option without one takes no value. */
  readonly value?: string
  /** The values that are accepted; any if this is missing. */
  readonly choices?: readonly string[]
  /** Whether it may be given several times; its values are then joined by line feeds. */
  readonly repeatable?: true
  readonly help: string
}

/** The options of a command by their names: `--format`. */
export type CliOptions = Readonly<Record<string, CliOption>>

/** The options that were given, with their values (empty if they take none), and the other arguments. */
export interface ParsedOptions {
  readonly given: ReadonlyMap<string, string>
  readonly paths: readonly string[]
}

/** Thrown for a command line that is not valid. */
export class UsageError extends Error {}

/** Splits the arguments of a command into its options and paths. Throws a `UsageError`. */
export function parseOptions(options: CliOptions, args: readonly string[]): ParsedOptions {
  const given = new Map<string, string>()
  const paths: string[] = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--') return { given, paths: [...paths, ...args.slice(at + 1)] }
    if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg)
      continue
    }
    const [name = arg, inline] = splitOption(arg)
    const known = Object.hasOwn(options, name) ? options[name] : undefined
    if (known === undefined) throw new UsageError(`unknown option ${name}`)
    if (known.value === undefined && inline !== undefined) throw new UsageError(`${name} does not take a value`)
    const value = checkOptionValue(name, known, inline ?? (known.value === undefined ? '' : args[++at]))
    const before = known.repeatable ? given.get(name) : undefined
    given.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  return { given, paths }
}

function splitOption(arg: string): readonly [string, string?] {
  const equals = arg.indexOf('=')
  return equals < 0 ? [arg] : [arg.slice(0, equals), arg.slice(equals + 1)]
}

function checkOptionValue(name: string, { choices, value: kind = '' }: CliOption, value: string | undefined): string {
  const isPath = ['<file>', '<folder>', '<csv>'].includes(kind)
  if (value === undefined || (isPath && value === '')) throw new UsageError(`${name} requires a value`)
  if (choices === undefined || choices.includes(value)) return value
  throw new UsageError(`invalid ${name.slice(2)} "${value}"; use ${joinWithOr(choices)}`)
}

/** `--config`, which most commands have. */
export const configOption: CliOption = {
  value: '<file>',
  help: 'Use this configuration file for all lists instead of the nearest .idea-files.json',
}

/** The paths that were given. Throws a `UsageError` if there are none. */
export function requirePaths({ paths }: ParsedOptions): readonly string[] {
  if (paths.length === 0) throw new UsageError('no file or folder given')
  return paths
}

/** The only path that was given; `expected` names it in the `UsageError` that is thrown otherwise. */
export function requireOnePath({ paths }: ParsedOptions, expected: string): string {
  const [path, ...more] = paths
  if (path === undefined || more.length > 0) throw new UsageError(`exactly one ${expected} is required`)
  return path
}

/** The value of `--changed-since`, null if it was not given. It is passed to git, so it must not look like an option of git. */
export function changedSinceOption({ given }: ParsedOptions): string | null {
  const value = given.get('--changed-since')
  if (value === undefined) return null
  if (value === '' || value.startsWith('-')) {
    throw new UsageError(`--changed-since requires a branch, tag or commit (got "${value}")`)
  }
  return value
}
