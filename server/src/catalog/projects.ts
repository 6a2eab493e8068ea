import { type Catalog, type CatalogProject, catalog } from './data.ts'
import { bareName, editDistance, joinedNames, namePattern, normalizeName, squashed, withoutParenthesis } from './spelling.ts'

/** A name as the catalogue writes it, and whose it is. */
export interface KnownName {
  readonly spelling: string
  readonly kind: 'alias' | 'name' | 'subproject'
  readonly project: CatalogProject
}

/** Names of projects that a configuration adds, each by its squashed spelling. */
export type OwnNames = ReadonlyMap<string, string>

/** Of two that differ in letter case, blanks or hyphens alone the first holds. */
export function ownNames(names: readonly string[]): OwnNames {
  const own = new Map<string, string>()
  for (const name of names) if (!own.has(squashed(name)) && squashed(name) !== '') own.set(squashed(name), name.trim())
  return own
}

const noOwnNames: OwnNames = new Map()

/** The shortest squashed name that is compared by likeness: four letters are near too much. */
const minNearLength = 5
/** Longer headings name no project. */
export const maxProjectHeading = 200

const namesOf = (project: CatalogProject): readonly KnownName[] => {
  const known = (kind: KnownName['kind'], names: readonly string[]): readonly KnownName[] =>
    names.flatMap((name) => [...new Set([name, withoutParenthesis(name)])].map((spelling) => ({ spelling, kind, project })))
  return [...known('alias', project.aliases), ...known('name', [project.name]), ...known('subproject', project.subprojects)]
}

const rank: Readonly<Record<KnownName['kind'], number>> = { alias: 0, name: 1, subproject: 2 }

/** Every name under its squashed spelling; of several an alias comes before a listed name, and that before a sub-project's. */
function projectsBySpelling({ projects }: Catalog): ReadonlyMap<string, readonly KnownName[]> {
  const names = projects.flatMap(namesOf).sort((a, b) => rank[a.kind] - rank[b.kind])
  const index = new Map<string, KnownName[]>()
  for (const name of names) index.set(squashed(name.spelling), [...(index.get(squashed(name.spelling)) ?? []), name])
  return index
}

const projectIndex = projectsBySpelling(catalog)

/** The catalogue's names that a heading writes, in whatever letter case, blanks and hyphens; none for a joined heading or a group. */
export const namesIn = (heading: string): readonly KnownName[] =>
  projectIndex.get(squashed(heading)) ?? projectIndex.get(squashed(withoutParenthesis(heading))) ?? []

const groups = catalog.groups.map(namePattern)

/** The configuration's name that a heading writes, with or without a parenthesis behind it. */
const ownNameIn = (heading: string, own: OwnNames): string | undefined =>
  own.size === 0 ? undefined : (own.get(squashed(heading)) ?? own.get(squashed(withoutParenthesis(heading))))

function isListedName(name: string, own: OwnNames): boolean {
  if (ownNameIn(name, own) !== undefined || namesIn(name).length > 0) return true
  const plain = normalizeName(name)
  return groups.some((fits) => fits(plain))
}

const isOneName = (name: string, own: OwnNames): boolean => isListedName(name, own) || isListedName(bareName(name), own)

/** Which letters a squashed name has, one bit each: a letter that is typed otherwise changes two bits at most. */
function lettersOf(squashedName: string): number {
  let bits = 0
  for (let at = 0; at < squashedName.length; at++) bits |= 1 << (squashedName.charCodeAt(at) & 31)
  return bits
}

interface Comparable {
  /** Squashed. */
  readonly spelling: string
  readonly letters: number
  readonly name: string
}

const comparable = ([spelling, name]: readonly [string, string]): Comparable => ({ spelling, letters: lettersOf(spelling), name })

const comparableNames = [...projectIndex].map(([spelling, [first]]) => comparable([spelling, first!.spelling]))

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** Whether a heading names a project of the configuration, or joins such names: for lists whose projects are not those of the catalogue. */
export function knowsOwnProject(heading: string, own: OwnNames): boolean {
  if (heading.length > maxProjectHeading) return false
  if (ownNameIn(heading, own) !== undefined) return true
  const parts = joinedNames(heading)
  return parts.length > 1 && parts.every((part) => ownNameIn(part, own) !== undefined)
}

/** rules.md, `unknown-project`: whether a heading names a project, an alias, a sub-project or a group, or joins such names. */
export function knowsProject(heading: string, own: OwnNames = noOwnNames): boolean {
  if (heading.length > maxProjectHeading) return false
  if (isOneName(heading, own)) return true
  const parts = joinedNames(heading)
  return parts.length > 1 && parts.every((part) => isOneName(part, own))
}

/**
 * The name that a heading seems to mistype (one letter in names of five to seven letters, two in longer ones); null where none is
 * near, or the heading is known. Of equally near names the configuration's come first, and where the list is none of the catalogue's
 * projects they are alone.
 */
export function nearProject(heading: string, own: OwnNames = noOwnNames, catalogued = true): string | null {
  const written = squashed(withoutParenthesis(heading))
  if (
    written.length < minNearLength ||
    heading.length > maxProjectHeading ||
    (catalogued ? knowsProject : knowsOwnProject)(heading, own)
  )
    return null
  const bits = lettersOf(written)
  let best: { readonly distance: number; readonly name: string } | null = null
  for (const { spelling, letters, name } of [...[...own].map(comparable), ...(catalogued ? comparableNames : [])]) {
    if (spelling.length < minNearLength) continue
    const most = best === null ? (Math.min(spelling.length, written.length) > 7 ? 2 : 1) : best.distance - 1
    // hardly any name is near: most are told apart without a look at the order of their letters
    if (bitCount(bits ^ letters) > 2 * most) continue
    const distance = editDistance(written, spelling, most)
    if (distance <= most) best = { distance, name }
  }
  return best?.name ?? null
}

/** What a heading writes of a name that the catalogue spells otherwise. */
export interface Misspelling {
  readonly written: string
  readonly proper: string
}

/** The part before a parenthesis that is no part of the name as it is listed. */
const writtenName = (heading: string, own: OwnNames): string =>
  projectIndex.has(squashed(heading)) || own.has(squashed(heading)) ? heading.trim() : withoutParenthesis(heading)

/**
 * rules.md, `project-name`: a listed name, an alias or a name of the configuration in other letter case, blanks or hyphens; null
 * where any known spelling is met.
 */
export function misspelledName(heading: string, own: OwnNames = noOwnNames, catalogued = true): Misspelling | null {
  if (heading.length > maxProjectHeading) return null
  const written = writtenName(heading, own)
  const ownName = ownNameIn(heading, own)
  const names = catalogued ? namesIn(heading) : []
  if (ownName === undefined && (names[0] === undefined || names[0].kind === 'subproject')) return null
  const known = [...(ownName === undefined ? [] : [ownName]), ...names.map(({ spelling }) => spelling)]
  return known.includes(written) || known.includes(written.normalize('NFKC')) ? null : { written, proper: known[0]! }
}

/** What the heading of a misspelled project writes, without what stands around the name, and the near name: see `nearProject`. */
export function nearSpelling(heading: string, own: OwnNames = noOwnNames, catalogued = true): Misspelling | null {
  if (heading.length > maxProjectHeading) return null
  const whole = withoutParenthesis(heading)
  for (const written of [whole, bareName(whole)]) {
    const proper = nearProject(written, own, catalogued)
    if (proper !== null) return { written, proper }
  }
  return null
}

/** The same for every heading of one project: its listed name and its aliases are one, sub-projects and joined names their own. */
export function projectKey(heading: string): string {
  const [name] = projectIndex.get(squashed(heading)) ?? []
  return name === undefined || name.kind === 'subproject' ? squashed(heading) : squashed(name.project.name)
}

/** How many words behind a project's name may say which part of it is meant (`Kubernetes Dashboard`). */
const maxQualifiers = 2

/** Whether a heading begins with a known project's name and goes on with a word or two: a part of that project that nobody listed. */
export function qualifiesProject(heading: string, own: OwnNames = noOwnNames): boolean {
  if (heading.length > maxProjectHeading) return false
  const words = bareName(heading).split(/\s+/)
  return [1, maxQualifiers].some((rest) => {
    const name = words.slice(0, -rest).join(' ')
    return name !== '' && (ownNameIn(name, own) !== undefined || namesIn(name).some(({ kind }) => kind !== 'subproject'))
  })
}
