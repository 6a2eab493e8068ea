import { memoByIdentity } from '../text/memoByIdentity.ts'
import { memoByText } from '../text/memoByText.ts'
import { withoutInvisible } from '../text/sanitize.ts'
import { type Catalog, type CatalogProject, catalog } from './data.ts'
import { bareName, joinedNames, projectNamePattern, withoutParenthesis } from './nameForms.ts'
import { letterBitCount, letterBits, normalizeSpelling, spellingDistance, squashed } from './spelling.ts'

/** A name in the catalog's spelling, and its project. */
export interface KnownName {
  readonly spelling: string
  readonly kind: 'alias' | 'name' | 'subproject'
  readonly project: CatalogProject
}

/** Names of projects that a configuration adds, by their squashed spelling. */
export type OwnNames = ReadonlyMap<string, string>

/** Of names that differ only in letter case, spaces or hyphens, the first is kept. */
export function ownProjectNames(names: readonly string[]): OwnNames {
  const own = new Map<string, string>()
  for (const name of names) if (!own.has(squashed(name)) && squashed(name) !== '') own.set(squashed(name), name.trim())
  return own
}

const noOwnNames: OwnNames = new Map()

/** Shorter squashed names are not compared by similarity: four letters are similar to too many words. */
const minNearLength = 5
/** Longer headings name no project. */
export const maxProjectHeading = 200

const namesOfProject = (project: CatalogProject): readonly KnownName[] => {
  const known = (kind: KnownName['kind'], names: readonly string[]): readonly KnownName[] =>
    names.flatMap((name) => [...new Set([name, withoutParenthesis(name)])].map((spelling) => ({ spelling, kind, project })))
  return [...known('alias', project.aliases), ...known('name', [project.name]), ...known('subproject', project.subprojects)]
}

const rank: Readonly<Record<KnownName['kind'], number>> = { alias: 0, name: 1, subproject: 2 }

/** All names by their squashed spelling; aliases first, then listed names, then sub-projects. */
function projectsBySpelling({ projects }: Catalog): ReadonlyMap<string, readonly KnownName[]> {
  const names = projects.flatMap(namesOfProject).sort((a, b) => rank[a.kind] - rank[b.kind])
  const index = new Map<string, KnownName[]>()
  for (const name of names) index.set(squashed(name.spelling), [...(index.get(squashed(name.spelling)) ?? []), name])
  return index
}

const projectIndex = projectsBySpelling(catalog)

/** The catalog's names that equal a heading except for letter case, spaces and hyphens; none for joined headings and groups. */
export const projectNamesIn = (heading: string): readonly KnownName[] =>
  projectIndex.get(squashed(heading)) ?? projectIndex.get(squashed(withoutParenthesis(heading))) ?? []

const groups = catalog.groups.map(projectNamePattern)

/** The configuration's name that equals a heading, with or without its parenthesis. */
const ownProjectNameIn = (heading: string, own: OwnNames): string | undefined =>
  own.size === 0 ? undefined : (own.get(squashed(heading)) ?? own.get(squashed(withoutParenthesis(heading))))

function isListedProjectName(name: string, own: OwnNames): boolean {
  if (ownProjectNameIn(name, own) !== undefined || projectNamesIn(name).length > 0) return true
  const plain = normalizeSpelling(name)
  return groups.some((fits) => fits(plain))
}

const isOneProjectName = (name: string, own: OwnNames): boolean =>
  isListedProjectName(name, own) || isListedProjectName(bareName(name), own)

interface Comparable {
  /** Squashed. */
  readonly spelling: string
  readonly letters: number
  readonly name: string
}

const comparableProjectName = ([spelling, name]: readonly [string, string]): Comparable => ({
  spelling,
  letters: letterBits(spelling),
  name,
})

const comparableNames = [...projectIndex].map(([spelling, [first]]) => comparableProjectName([spelling, first!.spelling]))

/** A configuration's names, and those with the catalog's after them. */
const comparableNamesWith = memoByIdentity((names: OwnNames) => {
  const own = [...names].map(comparableProjectName)
  return { own, all: [...own, ...comparableNames] }
})

/** Whether a heading names projects of the configuration only: for lists whose projects are not those of the catalog. */
export function knowsOwnProject(heading: string, own: OwnNames): boolean {
  if (heading.length > maxProjectHeading) return false
  if (ownProjectNameIn(heading, own) !== undefined) return true
  const parts = joinedNames(heading)
  return parts.length > 1 && parts.every((part) => ownProjectNameIn(part, own) !== undefined)
}

/** Whether a heading names known projects, aliases, sub-projects or groups (docs/spec.md#structure). */
export const knowsProject = (heading: string, own: OwnNames = noOwnNames): boolean => knowsProjectWith(own)(heading)

const knowsProjectWith = memoByIdentity((own: OwnNames) =>
  memoByText((heading) => {
    if (heading.length > maxProjectHeading) return false
    if (isOneProjectName(heading, own)) return true
    const parts = joinedNames(heading)
    return parts.length > 1 && parts.every((part) => isOneProjectName(part, own))
  }),
)

/**
 * The name that a heading probably mistypes (one letter in names of five to seven letters, two in longer ones); null if there is
 * none, or if the heading is known. Of equally similar names those of the configuration come first; without `catalogued` only they count.
 */
export const nearProject = (heading: string, own: OwnNames = noOwnNames, catalogued = true): string | null =>
  nearProjectWith(own)[catalogued ? 'all' : 'own'](heading)

const nearProjectWith = memoByIdentity((own: OwnNames) => ({
  own: memoByText((heading) => findNearProject(heading, own, false)),
  all: memoByText((heading) => findNearProject(heading, own, true)),
}))

function findNearProject(heading: string, own: OwnNames, catalogued: boolean): string | null {
  const written = squashed(withoutParenthesis(heading))
  if (
    written.length < minNearLength ||
    heading.length > maxProjectHeading ||
    (catalogued ? knowsProject : knowsOwnProject)(heading, own)
  )
    return null
  const bits = letterBits(written)
  let best: { readonly distance: number; readonly name: string } | null = null
  for (const { spelling, letters, name } of catalogued ? comparableNamesWith(own).all : comparableNamesWith(own).own) {
    if (spelling.length < minNearLength) continue
    const max = best === null ? (Math.min(spelling.length, written.length) > 7 ? 2 : 1) : best.distance - 1
    // cheap: excludes most names without comparing the order of letters
    if (letterBitCount(bits ^ letters) > 2 * max) continue
    const distance = spellingDistance(written, spelling, max)
    if (distance <= max) best = { distance, name }
  }
  return best?.name ?? null
}

/** A name as a heading writes it, and its proper spelling. */
export interface Misspelling {
  readonly written: string
  readonly proper: string
}

/** The heading without a parenthesis that is not part of the listed name. */
const writtenProjectName = (heading: string, own: OwnNames): string =>
  projectIndex.has(squashed(heading)) || own.has(squashed(heading)) ? heading.trim() : withoutParenthesis(heading)

/**
 * A known name with different letter case, spaces or hyphens (docs/spec.md#structure); null if the heading has a known spelling.
 */
export function misspelledProjectName(heading: string, own: OwnNames = noOwnNames, catalogued = true): Misspelling | null {
  if (heading.length > maxProjectHeading) return null
  const written = withoutInvisible(writtenProjectName(heading, own))
  const ownName = ownProjectNameIn(heading, own)
  const names = catalogued ? projectNamesIn(heading) : []
  if (ownName === undefined && (names[0] === undefined || names[0].kind === 'subproject')) return null
  const known = [...(ownName === undefined ? [] : [ownName]), ...names.map(({ spelling }) => spelling)]
  return known.includes(written) || known.includes(written.normalize('NFKC')) ? null : { written, proper: known[0]! }
}

/** The mistyped name in a heading, without what surrounds it, and the name that is meant: see {@link nearProject}. */
export function nearProjectName(heading: string, own: OwnNames = noOwnNames, catalogued = true): Misspelling | null {
  if (heading.length > maxProjectHeading) return null
  const whole = withoutParenthesis(heading)
  for (const written of [whole, bareName(whole)]) {
    const proper = nearProject(written, own, catalogued)
    if (proper !== null) return { written, proper }
  }
  return null
}

/** The same for the listed name and all aliases of a project; sub-projects and joined names have their own. */
export function projectKey(heading: string): string {
  const [name] = projectIndex.get(squashed(heading)) ?? []
  return name === undefined || name.kind === 'subproject' ? squashed(heading) : squashed(name.project.name)
}

/** Words after a project's name that name a part of it: `Kubernetes Dashboard`. */
const maxQualifiers = 2

/** Whether a heading is a known project's name and one or two words more: an unlisted part of that project. */
export function qualifiesProject(heading: string, own: OwnNames = noOwnNames): boolean {
  if (heading.length > maxProjectHeading) return false
  const words = bareName(heading).split(/\s+/)
  return [1, maxQualifiers].some((rest) => {
    const name = words.slice(0, -rest).join(' ')
    return (
      name !== '' && (ownProjectNameIn(name, own) !== undefined || projectNamesIn(name).some(({ kind }) => kind !== 'subproject'))
    )
  })
}
