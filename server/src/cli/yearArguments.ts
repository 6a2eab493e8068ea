import type { Carry } from '../features/authoring/nextYear.ts'
import { isRepositoryName } from '../forms/proposalUrl.ts'
import { type KnownOptions, type ParsedOptions, parseOptions, UsageError } from './options.ts'

/** The commands for proposals, exports, new years and reviews. */
export type YearCommand = FormCommand | ImportCommand | NextCommand | ReviewCommand

const formFormats = ['text', 'body', 'url', 'json'] as const

/** The output formats of `form`. */
export type FormFormat = (typeof formFormats)[number]

export interface FormCommand {
  readonly name: 'form'
  /** Whether problems of level error fail the command. */
  readonly check: boolean
  readonly format: FormFormat
  /** The form to fill in; null for the repository's, otherwise the CNCF's. */
  readonly form: string | null
  readonly term: string | null
  /** `OWNER/REPO` */
  readonly repo: string | null
  /** Paths, each with or without `:LINE`. */
  readonly paths: readonly string[]
}

export interface ImportCommand {
  readonly name: 'import'
  /** The list to write; null to print it. */
  readonly list: string | null
  readonly path: string
}

export interface NextCommand {
  readonly name: 'next'
  /** Null for the year after the list's. */
  readonly year: number | null
  readonly carry: Carry
  /** The list to write; null to print it. */
  readonly out: string | null
  readonly path: string
}

export interface ReviewCommand {
  readonly name: 'review'
  /** Whether GitHub may be asked. */
  readonly online: boolean
  /** The file of maintainers; null for none. */
  readonly maintainers: string | null
  /** Only ideas that were touched since HEAD branched off this commit; null for all. */
  readonly changedSince: string | null
  readonly paths: readonly string[]
}

type YearCommandName = YearCommand['name']

const yearCommandOptions: Readonly<Record<YearCommandName, KnownOptions>> = {
  form: {
    '--check': { flag: true },
    '--format': { values: formFormats },
    '--form': {},
    '--term': {},
    '--repo': {},
  },
  import: { '--list': {} },
  review: { '--online': { flag: true }, '--maintainers': {}, '--changed-since': {} },
  next: { '--year': {}, '--carry': { list: true }, '--out': {} },
}

/** Whether this is the name of one of these commands. */
export const isYearCommand = (name: string): name is YearCommandName => Object.hasOwn(yearCommandOptions, name)

/** Parses the arguments after the command's name. Throws a `UsageError`. */
export function parseYearCommand(name: YearCommandName, args: readonly string[]): YearCommand {
  const parsed = parseOptions(name, yearCommandOptions[name], args)
  switch (name) {
    case 'form':
      return parseForm(parsed)
    case 'import':
      return { name, list: parsed.given.get('--list') ?? null, path: onlyPath(name, 'EXPORT.json', parsed) }
    case 'review':
      return parseReview(parsed)
    case 'next':
      return parseNext(parsed)
  }
}

function parseForm({ given, paths }: ParsedOptions): FormCommand {
  if (paths.length === 0) throw new UsageError('form: a file is missing; expected PATH or PATH:LINE')
  const repo = given.get('--repo') ?? null
  if (repo !== null && !isRepositoryName(repo)) throw new UsageError(`form: --repo needs OWNER/REPO, not ${repo}`)
  return {
    name: 'form',
    check: given.has('--check'),
    format: formFormats.find((format) => format === given.get('--format')) ?? 'text',
    form: given.get('--form') ?? null,
    term: given.get('--term') ?? null,
    repo,
    paths,
  }
}

function parseNext(parsed: ParsedOptions): NextCommand {
  const { given } = parsed
  const year = given.get('--year') ?? null
  if (year !== null && !/^20\d{2}$/.test(year)) throw new UsageError(`next: --year needs a year such as 2027, not ${year}`)
  return {
    name: 'next',
    year: year === null ? null : Number(year),
    carry: parseCarry(given.get('--carry')),
    out: given.get('--out') ?? null,
    path: onlyPath('next', 'FILE', parsed),
  }
}

function parseReview({ given, paths }: ParsedOptions): ReviewCommand {
  if (paths.length === 0) throw new UsageError('review: a file or folder is missing')
  const changedSince = given.get('--changed-since') ?? null
  if (changedSince === '' || changedSince?.startsWith('-'))
    throw new UsageError('review: --changed-since needs a branch, tag or commit')
  return { name: 'review', online: given.has('--online'), maintainers: given.get('--maintainers') ?? null, changedSince, paths }
}

/** `none`, `open`, or titles, one for each time that the option was given. */
function parseCarry(value: string | undefined): Carry {
  if (value === undefined || value === 'none') return 'none'
  return value === 'open' ? 'open' : value.split('\n')
}

function onlyPath(name: string, expected: string, { paths }: ParsedOptions): string {
  const [path, ...more] = paths
  if (path === undefined || more.length > 0) throw new UsageError(`${name}: expected one ${expected}`)
  return path
}
