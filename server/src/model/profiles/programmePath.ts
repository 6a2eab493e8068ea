// No imports: the client loads this before it starts a server.

/** What a list's path says, with folders named as the foundation keeps them; `root` is everything before the programme's folder. */
type ProgrammePath =
  | { readonly programme: 'gsoc'; readonly root: string; readonly year: number }
  | {
      readonly programme: 'lfx'
      readonly root: string
      readonly year: number
      /** The folder of a term: `01-Mar-May`. */
      readonly term: string
      readonly kind: 'proposed' | 'accepted'
      /** Whether the file's name is one that the foundation uses; others count as accepted projects. */
      readonly isUsualName: boolean
    }

/** `summerofcode/2025.md` */
const gsocPath = /^(|.*\/)summerofcode\/(\d{4})\.md$/is
/** `lfx-mentorship/2025/01-Mar-May/project_ideas.md` */
const lfxPath = /^(|.*\/)lfx-mentorship\/(\d{4})\/([^/]+)\/([^/]+)\.md$/is
const proposedName = /^project[_-]?ideas$/i
const acceptedName = /^(?:readme|selected[_-]?projects)$/i

/** Reads a path or URI path; null if it is in no programme's folder. */
export function parseProgrammePath(path: string): ProgrammePath | null {
  const slashed = path.replaceAll('\\', '/')
  const gsoc = gsocPath.exec(slashed)
  if (gsoc) return { programme: 'gsoc', root: gsoc[1]!, year: Number(gsoc[2]) }
  const lfx = lfxPath.exec(slashed)
  if (!lfx) return null
  const [, root = '', year, term = '', name = ''] = lfx
  const kind = proposedName.test(name) ? 'proposed' : 'accepted'
  return { programme: 'lfx', root, year: Number(year), term, kind, isUsualName: kind === 'proposed' || acceptedName.test(name) }
}

/** The mentoring programme that a list belongs to, according to its path. */
export interface Programme {
  /** What users call it: `GSoC 2025`, `LFX 2025 03-Sep-Nov`; the file's own name if the path names no programme. */
  readonly label: string
  readonly year: number | null
  /** Lists with the same key are of one kind and one term: proposed ideas and accepted projects have different keys. */
  readonly term: string
}

/** The programme of a path or URI path. */
export function programmeOf(path: string): Programme {
  const found = parseProgrammePath(path)
  if (found?.programme === 'gsoc') return { label: `GSoC ${found.year}`, year: found.year, term: `gsoc/${found.year}` }
  if (found) {
    const { year, term, kind } = found
    return { label: `LFX ${year} ${term}`, year, term: `lfx/${year}/${term.toLowerCase()}/${kind}` }
  }
  const slashed = path.replaceAll('\\', '/')
  const name = slashed.slice(slashed.lastIndexOf('/') + 1)
  return { label: name, year: yearInProgrammePath(name), term: `file/${slashed}` }
}

/** The list that a folder with one idea in each file is: `ideas`, `ideas/2025`. */
export function programmeOfFolder(path: string): Programme {
  const names = path.replaceAll('\\', '/').split('/').slice(0, -1)
  const last = names.at(-1) ?? ''
  // a year alone says too little
  const label = /\p{L}{3}/u.test(last) ? last : names.slice(-2).join('/')
  return { label, year: yearInProgrammePath(label), term: `${folderTerm}${names.join('/')}` }
}

const folderTerm = 'folder/'

/** Whether a list is one idea of a folder's list. */
export const isInFolderList = ({ term }: Programme): boolean => term.startsWith(folderTerm)

const yearInProgrammePath = (name: string): number | null => {
  const found = /(?:^|\D)(20\d{2})(?:\D|$)/.exec(name)
  return found ? Number(found[1]) : null
}

/** The newest year first, in it the newest term; lists without a year come last, lists of no programme by their names. */
export function compareProgrammes(a: { readonly uri: string; readonly programme: Programme }, b: typeof a): number {
  const years = (b.programme.year ?? 0) - (a.programme.year ?? 0)
  if (years !== 0) return years
  const [one, other] = [programmeSortTerm(a.programme), programmeSortTerm(b.programme)]
  if (one !== other) return one > other ? -1 : 1
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0
}

/** Terms of a programme have names that sort by date; a list of no programme has none. */
const programmeSortTerm = ({ term }: Programme): string => (/^(?:file|folder)\//.test(term) ? '' : term)

/** The path or URI before the programme's folder; null if the path names no programme. */
export const programmeRoot = (path: string): string | null => parseProgrammePath(path)?.root ?? null
