import { type Catalog, type CatalogProject, catalog } from './data.ts'
import { bareName, editDistance, joinedNames, levelled, pattern, squashed, withoutParenthesis } from './spelling.ts'

/** A name as the catalogue writes it, and whose it is. */
export interface KnownName {
  readonly spelling: string
  readonly kind: 'alias' | 'name' | 'subproject'
  readonly project: CatalogProject
}

/** The shortest squashed name that is compared by likeness: four letters are near too much. */
const shortestNear = 5
const longestHeading = 200

const namesOf = (project: CatalogProject): readonly KnownName[] => {
  const known = (kind: KnownName['kind'], names: readonly string[]): readonly KnownName[] =>
    names.flatMap((name) => [...new Set([name, withoutParenthesis(name)])].map((spelling) => ({ spelling, kind, project })))
  return [...known('alias', project.aliases), ...known('name', [project.name]), ...known('subproject', project.subprojects)]
}

const rank: Readonly<Record<KnownName['kind'], number>> = { alias: 0, name: 1, subproject: 2 }

/** Every name under its squashed spelling; of several an alias comes before a listed name, and that before a sub-project's. */
function indexed({ projects }: Catalog): ReadonlyMap<string, readonly KnownName[]> {
  const names = projects.flatMap(namesOf).sort((a, b) => rank[a.kind] - rank[b.kind])
  const index = new Map<string, KnownName[]>()
  for (const name of names) index.set(squashed(name.spelling), [...(index.get(squashed(name.spelling)) ?? []), name])
  return index
}

const index = indexed(catalog)

/** The catalogue's names that a heading writes, in whatever letter case, blanks and hyphens; none for a joined heading or a group. */
export const namesIn = (heading: string): readonly KnownName[] =>
  index.get(squashed(heading)) ?? index.get(squashed(withoutParenthesis(heading))) ?? []

const groups = catalog.groups.map(pattern)

function isListed(name: string): boolean {
  if (namesIn(name).length > 0) return true
  const plain = levelled(name)
  return groups.some((fits) => fits(plain))
}

const isOneName = (name: string): boolean => isListed(name) || isListed(bareName(name))

/** Which letters a squashed name has, one bit each: a letter that is typed otherwise changes two bits at most. */
function lettersOf(squashedName: string): number {
  let bits = 0
  for (let at = 0; at < squashedName.length; at++) bits |= 1 << (squashedName.charCodeAt(at) & 31)
  return bits
}

const letters: ReadonlyMap<string, number> = new Map([...index.keys()].map((spelling) => [spelling, lettersOf(spelling)]))

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** rules.md, `unknown-project`: whether a heading names a project, an alias, a sub-project or a group, or joins such names. */
export function knowsProject(heading: string): boolean {
  if (heading.length > longestHeading) return false
  if (isOneName(heading)) return true
  const parts = joinedNames(heading)
  return parts.length > 1 && parts.every(isOneName)
}

/** The catalogue's name that a heading seems to mistype (one letter in names of five to seven letters, two in longer ones); null where none is near, or the heading is known. */
export function nearProject(heading: string): KnownName | null {
  const written = squashed(withoutParenthesis(heading))
  if (written.length < shortestNear || heading.length > longestHeading || knowsProject(heading)) return null
  const own = lettersOf(written)
  let best: { readonly distance: number; readonly name: KnownName } | null = null
  for (const [spelling, [name]] of index) {
    if (name === undefined || spelling.length < shortestNear) continue
    const most = best === null ? (Math.min(spelling.length, written.length) > 7 ? 2 : 1) : best.distance - 1
    // hardly any name is near: most are told apart without a look at the order of their letters
    if (bitCount(own ^ letters.get(spelling)!) > 2 * most) continue
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
const writtenName = (heading: string): string => (index.has(squashed(heading)) ? heading.trim() : withoutParenthesis(heading))

/** rules.md, `project-name`: a listed name or an alias in other letter case, blanks or hyphens; null where any known spelling is met. */
export function misspelledName(heading: string): Misspelling | null {
  if (heading.length > longestHeading) return null
  const written = writtenName(heading)
  const [proper] = namesIn(heading)
  if (proper === undefined || proper.kind === 'subproject') return null
  const same = namesIn(heading).some(({ spelling }) => spelling === written || spelling === written.normalize('NFKC'))
  return same ? null : { written, proper: proper.spelling }
}

/** What the heading of a misspelled project writes, without what stands around the name, and the near name: see `nearProject`. */
export function nearSpelling(heading: string): Misspelling | null {
  if (heading.length > longestHeading) return null
  const whole = withoutParenthesis(heading)
  for (const written of [whole, bareName(whole)]) {
    const near = nearProject(written)
    if (near !== null) return { written, proper: near.spelling }
  }
  return null
}

/** The same for every heading of one project: its listed name and its aliases are one, sub-projects and joined names their own. */
export function projectKey(heading: string): string {
  const [name] = index.get(squashed(heading)) ?? []
  return name === undefined || name.kind === 'subproject' ? squashed(heading) : squashed(name.project.name)
}

/** How many words behind a project's name may say which part of it is meant (`Kubernetes Dashboard`). */
const mostQualifiers = 2

/** Whether a heading begins with a known project's name and goes on with a word or two: a part of that project that nobody listed. */
export function qualifiesProject(heading: string): boolean {
  if (heading.length > longestHeading) return false
  const words = bareName(heading).split(/\s+/)
  return [1, mostQualifiers].some(
    (rest) => words.length > rest && namesIn(words.slice(0, -rest).join(' ')).some(({ kind }) => kind !== 'subproject'),
  )
}
