import { type Catalog, type CatalogProject, catalog } from './data.ts'
import { editDistance, joinedNames, levelled, pattern, squashed, withoutParenthesis } from './spelling.ts'

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

function isOneName(name: string): boolean {
  if (namesIn(name).length > 0) return true
  const plain = levelled(name)
  return groups.some((fits) => fits(plain))
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
  let best: { readonly distance: number; readonly name: KnownName } | null = null
  for (const [spelling, [name]] of index) {
    if (name === undefined || spelling.length < shortestNear) continue
    const most = best === null ? (Math.min(spelling.length, written.length) > 7 ? 2 : 1) : best.distance - 1
    const distance = editDistance(written, spelling, most)
    if (distance <= most) best = { distance, name }
  }
  return best?.name ?? null
}
