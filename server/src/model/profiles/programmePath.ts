/** Which mentoring programme a list belongs to, as its path tells. */
export interface Programme {
  /** As a person says it: `GSoC 2025`, `LFX 2025 03-Sep-Nov`; the file's own name where the path tells no programme. */
  readonly label: string
  readonly year: number | null
  /** Lists with the same key are of one kind and one term: a list of accepted projects is none of proposals. */
  readonly term: string
}

/** Reads the programme from a path or URI path, with folders named as the foundation keeps them. */
export function programmeOf(path: string): Programme {
  const plain = path.replaceAll('\\', '/')
  const gsoc = /(?:^|\/)summerofcode\/(\d{4})\.md$/i.exec(plain)
  if (gsoc) return { label: `GSoC ${gsoc[1]}`, year: Number(gsoc[1]), term: `gsoc/${gsoc[1]}` }
  const lfx = /(?:^|\/)lfx-mentorship\/(\d{4})\/([^/]+)\/([^/]+)\.md$/i.exec(plain)
  if (lfx) {
    const [, year, term, name] = lfx
    const kind = /^project[_-]?ideas$/i.test(name!) ? 'proposed' : 'accepted'
    return { label: `LFX ${year} ${term}`, year: Number(year), term: `lfx/${year}/${term!.toLowerCase()}/${kind}` }
  }
  const name = plain.slice(plain.lastIndexOf('/') + 1)
  return { label: name, year: yearIn(name), term: `file/${plain}` }
}

const yearIn = (name: string): number | null => {
  const found = /(?:^|\D)(20\d{2})(?:\D|$)/.exec(name)
  return found ? Number(found[1]) : null
}

/** The newest year first, in it the newest term; lists of no known year come last, lists of no programme by their names. */
export function compareProgrammes(a: { readonly uri: string; readonly programme: Programme }, b: typeof a): number {
  const years = (b.programme.year ?? 0) - (a.programme.year ?? 0)
  if (years !== 0) return years
  const [one, other] = [termOf(a.programme), termOf(b.programme)]
  if (one !== other) return one > other ? -1 : 1
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0
}

/** Terms of one programme are named so that later ones come later; a list of no programme has none. */
const termOf = ({ term }: Programme): string => (term.startsWith('file/') ? '' : term)

/** What comes before the programme's folder in a path or URI; null where the path tells no programme. */
export function programmeRoot(path: string): string | null {
  const plain = path.replaceAll('\\', '/')
  return /^(.*?)(?:summerofcode\/\d{4}|lfx-mentorship\/\d{4}\/[^/]+\/[^/]+)\.md$/i.exec(plain)?.[1] ?? null
}
