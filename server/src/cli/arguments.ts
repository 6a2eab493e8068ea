/** What the words behind the program's name ask for. */
export type Command =
  | { readonly name: 'help' | 'version' }
  | CheckCommand
  | TocCommand
  | { readonly name: 'export'; readonly format: ExportFormat; readonly config: string | null; readonly paths: readonly string[] }
  | { readonly name: 'refused'; readonly message: string }

export interface CheckCommand {
  readonly name: 'check'
  readonly format: Format
  readonly fix: boolean
  readonly profile: string | null
  /** The project file that holds for all lists; null where each has its nearest one. */
  readonly config: string | null
  readonly maxWarnings: number
  /** The commit since whose branching off only what was touched is reported; null for everything. */
  readonly changedSince: string | null
  readonly paths: readonly string[]
}

export interface TocCommand {
  readonly name: 'toc'
  /** Whether it only says what it would change. */
  readonly check: boolean
  readonly config: string | null
  readonly paths: readonly string[]
}

const formats = ['text', 'json', 'github', 'sarif'] as const

const exportFormats = ['json', 'csv'] as const

/** In which form the model is printed. */
export type ExportFormat = (typeof exportFormats)[number]

/** In which form findings are reported. */
export type Format = (typeof formats)[number]

/** An option: without a value (`flag`), or one of `values` (any where there are none). */
interface Option {
  readonly flag?: true
  readonly values?: readonly string[]
}

const options: Readonly<Record<'check' | 'export' | 'toc', Readonly<Record<string, Option>>>> = {
  check: {
    '--format': { values: formats },
    '--fix': { flag: true },
    '--profile': {},
    '--config': {},
    '--max-warnings': {},
    '--changed-since': {},
  },
  export: { '--format': { values: exportFormats }, '--config': {} },
  toc: { '--check': { flag: true }, '--config': {} },
}

interface Read {
  readonly given: ReadonlyMap<string, string>
  readonly paths: readonly string[]
}

class Refusal extends Error {}

/**
 * Whether these words ask for the server and for nothing else: `lsp`, its one transport, and the number of the client's process, which
 * client libraries add and the server's library reads by itself.
 */
export const asksForServer = ([name, ...rest]: readonly string[]): boolean =>
  name === 'lsp' && rest.every((word, index) => isServerWord(word) || (rest[index - 1] === clientProcess && /^\d+$/.test(word)))

const clientProcess = '--clientProcessId'

const isServerWord = (word: string): boolean =>
  word === '--stdio' || word === clientProcess || /^--clientProcessId=\d+$/.test(word)

/** Reads the words behind the program's name; `refused` where they are no command of ours. */
export function parseArguments(argv: readonly string[]): Command {
  try {
    return command(argv)
  } catch (error) {
    if (error instanceof Refusal) return { name: 'refused', message: error.message }
    throw error
  }
}

function command([name, ...rest]: readonly string[]): Command {
  if (name === undefined) throw new Refusal('a command is missing')
  if (name === '--help' || name === '-h' || name === 'help') return { name: 'help' }
  if (name === '--version' || name === '-V') return { name: 'version' }
  if (name === 'lsp') return lspRefused(rest)
  if (name !== 'check' && name !== 'export' && name !== 'toc') throw new Refusal(`there is no command ${name}`)
  const words = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length)
  if (words.includes('--help') || words.includes('-h')) return { name: 'help' }
  const { given, paths } = read(name, rest)
  if (paths.length === 0) throw new Refusal(`${name}: a file or folder is missing`)
  const config = given.get('--config') ?? null
  if (name === 'toc') return { name, check: given.has('--check'), config, paths }
  if (name === 'export') {
    return { name, format: exportFormats.find((format) => format === given.get('--format')) ?? 'json', config, paths }
  }
  const changedSince = since(given)
  return {
    name,
    format: formats.find((format) => format === given.get('--format')) ?? 'text',
    fix: given.has('--fix'),
    profile: given.get('--profile') ?? null,
    config,
    maxWarnings: limit(given.get('--max-warnings')),
    changedSince,
    paths,
  }
}

function read(name: keyof typeof options, words: readonly string[]): Read {
  const given = new Map<string, string>()
  const paths: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word === '--') return { given, paths: [...paths, ...words.slice(at + 1)] }
    if (!word.startsWith('-') || word === '-') {
      paths.push(word)
      continue
    }
    const [option = word, inline] = split(word)
    const known = Object.hasOwn(options[name], option) ? options[name][option] : undefined
    if (known === undefined) throw new Refusal(`${name}: there is no option ${option}`)
    if (known.flag && inline !== undefined) throw new Refusal(`${name}: ${option} takes no value`)
    const value = inline ?? (known.flag ? '' : words[++at])
    given.set(option, checked(name, option, known, value))
  }
  return { given, paths }
}

function split(word: string): readonly [string, string?] {
  const equals = word.indexOf('=')
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)]
}

function checked(name: string, option: string, { values }: Option, value: string | undefined): string {
  if (value === undefined) throw new Refusal(`${name}: ${option} needs a value`)
  if (values === undefined || values.includes(value)) return value
  throw new Refusal(`${name}: ${option} ${value} is unknown; there is ${listed(values)}`)
}

const listed = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`

/** The words behind `lsp` where they are not all the server's own. */
function lspRefused(words: readonly string[]): Command {
  if (words.includes('--help') || words.includes('-h')) return { name: 'help' }
  const odd = words.find((word) => !isServerWord(word)) ?? ''
  throw new Refusal(`lsp: ${odd} is not understood; the server takes --stdio alone`)
}

/** A commit's name is handed to git: it must not look like an option there. */
function since(given: ReadonlyMap<string, string>): string | null {
  const value = given.get('--changed-since')
  if (value === undefined) return null
  if (value === '') throw new Refusal('check: --changed-since needs a branch, tag or commit')
  if (value.startsWith('-')) throw new Refusal(`check: --changed-since needs a branch, tag or commit, not ${value}`)
  if (given.has('--fix')) throw new Refusal('check: --fix mends whole lists and does not go with --changed-since')
  return value
}

function limit(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d{1,9}$/.test(value)) throw new Refusal(`check: --max-warnings needs a whole number, not ${value}`)
  return Number(value)
}
