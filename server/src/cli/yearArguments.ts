import { isRepositoryName } from '../forms/proposalUrl.ts'
import { type KnownOptions, type ParsedOptions, parseOptions, UsageError } from './options.ts'

/** The commands for proposals, exports, new years and reviews. */
export type YearCommand = FormCommand | ImportCommand

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

function onlyPath(name: string, expected: string, { paths }: ParsedOptions): string {
  const [path, ...more] = paths
  if (path === undefined || more.length > 0) throw new UsageError(`${name}: expected one ${expected}`)
  return path
}
