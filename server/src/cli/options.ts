import { joinWithAnd } from '../text/wording.ts'

/** An option: without a value (`flag`), with one of `values`, or with any value. */
export interface Option {
  readonly flag?: true
  readonly values?: readonly string[]
  /** Whether it may be given several times; its values are then joined by line feeds. */
  readonly list?: true
}

/** The options of a command by their names. */
export type KnownOptions = Readonly<Record<string, Option>>

/** The options that were given, with their values, and the other arguments. */
export interface ParsedOptions {
  readonly given: ReadonlyMap<string, string>
  readonly paths: readonly string[]
}

/** Thrown for a command line that is not valid. */
export class UsageError extends Error {}

/** Splits the arguments of a command into its options and paths. Throws a `UsageError`. */
export function parseOptions(name: string, options: KnownOptions, args: readonly string[]): ParsedOptions {
  const given = new Map<string, string>()
  const paths: string[] = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--') return { given, paths: [...paths, ...args.slice(at + 1)] }
    if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg)
      continue
    }
    const [option = arg, inline] = splitOption(arg)
    const known = Object.hasOwn(options, option) ? options[option] : undefined
    if (known === undefined) throw new UsageError(`${name}: there is no option ${option}`)
    if (known.flag && inline !== undefined) throw new UsageError(`${name}: ${option} takes no value`)
    const value = inline ?? (known.flag ? '' : args[++at])
    const checked = checkValue(name, option, known, value)
    const before = known.list ? given.get(option) : undefined
    given.set(option, before === undefined ? checked : `${before}\n${checked}`)
  }
  return { given, paths }
}

function splitOption(arg: string): readonly [string, string?] {
  const equals = arg.indexOf('=')
  return equals < 0 ? [arg] : [arg.slice(0, equals), arg.slice(equals + 1)]
}

function checkValue(name: string, option: string, { values }: Option, value: string | undefined): string {
  if (value === undefined) throw new UsageError(`${name}: ${option} needs a value`)
  if (values === undefined || values.includes(value)) return value
  throw new UsageError(`${name}: ${option} ${value} is unknown; there is ${joinWithAnd(values)}`)
}
