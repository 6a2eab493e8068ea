import { type KnownOptions, type ParsedOptions, parseOptions, UsageError } from './options.ts'

/** The commands that publish lists: as a page, as tables. */
export type PublishingCommand = SiteCommand | ReportCommand

export interface SiteCommand {
  readonly name: 'site'
  /** The folder for `index.html`. */
  readonly out: string
  readonly title: string
  readonly withEmail: boolean
  readonly config: string | null
  readonly paths: readonly string[]
}

const reportTableNames = ['programs', 'mentors', 'projects'] as const
const reportFormats = ['md', 'csv'] as const

/** The tables of `report`. */
export type ReportTable = (typeof reportTableNames)[number]

export interface ReportCommand {
  readonly name: 'report'
  readonly table: ReportTable
  readonly format: (typeof reportFormats)[number]
  readonly config: string | null
  readonly paths: readonly string[]
}

type PublishingCommandName = PublishingCommand['name']

const publishingOptions: Readonly<Record<PublishingCommandName, KnownOptions>> = {
  site: { '--out': {}, '--title': {}, '--with-email': { flag: true }, '--config': {} },
  report: { '--table': { values: reportTableNames }, '--format': { values: reportFormats }, '--config': {} },
}

/** Whether this is the name of one of these commands. */
export const isPublishingCommand = (name: string): name is PublishingCommandName => Object.hasOwn(publishingOptions, name)

/** The title of a page, and of a feed, that has none of its own. */
export const defaultSiteTitle = 'Mentoring ideas'

/** Parses the arguments after the command's name. Throws a `UsageError`. */
export function parsePublishingCommand(name: PublishingCommandName, args: readonly string[]): PublishingCommand {
  const parsed = parseOptions(name, publishingOptions[name], args)
  if (parsed.paths.length === 0) throw new UsageError(`${name}: a file or folder is missing`)
  return name === 'site' ? siteCommand(parsed) : reportCommand(parsed)
}

function siteCommand({ given, paths }: ParsedOptions): SiteCommand {
  const out = given.get('--out')
  if (out === undefined || out === '') throw new UsageError('site: --out is missing; name a folder for the page')
  return {
    name: 'site',
    out,
    title: given.get('--title') || defaultSiteTitle,
    withEmail: given.has('--with-email'),
    config: given.get('--config') ?? null,
    paths,
  }
}

function reportCommand({ given, paths }: ParsedOptions): ReportCommand {
  const table = reportTableNames.find((name) => name === given.get('--table'))
  if (table === undefined) throw new UsageError(`report: --table is missing; there is ${reportTableNames.join(', ')}`)
  return {
    name: 'report',
    table,
    format: reportFormats.find((format) => format === given.get('--format')) ?? 'md',
    config: given.get('--config') ?? null,
    paths,
  }
}
