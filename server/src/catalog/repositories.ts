import { type Catalog, type CatalogProject, catalog } from './data.ts'

/** Organizations that several projects share, in lower case. */
const sharedOwners: ReadonlySet<string> = new Set([
  'cncf',
  'containers',
  'kubernetes',
  'kubernetes-client',
  'kubernetes-csi',
  'kubernetes-incubator',
  'kubernetes-retired',
  'kubernetes-sigs',
  'opencontainers',
])

interface RepositoryHome {
  readonly owner: string
  /** `owner/name`, or only `owner`. */
  readonly repository: string
  readonly project: CatalogProject
}

function repositoryHomeOf(project: CatalogProject): RepositoryHome | null {
  const found = /^https?:\/\/(?:www\.)?github\.com\/([^/?#]+)(?:\/([^/?#]+))?/i.exec(project.repo?.toLowerCase() ?? '')
  const [, owner, name] = found ?? []
  if (owner === undefined || sharedOwners.has(owner)) return null
  return { owner, repository: name === undefined ? owner : `${owner}/${name}`, project }
}

function homesByOwner({ projects }: Catalog): ReadonlyMap<string, readonly RepositoryHome[]> {
  const index = new Map<string, RepositoryHome[]>()
  for (const home of projects.map(repositoryHomeOf)) {
    if (home !== null) index.set(home.owner, [...(index.get(home.owner) ?? []), home])
  }
  return index
}

const homes = homesByOwner(catalog)

/**
 * The project of a GitHub repository (docs/spec.md#structure): that whose main repository it is, or the only known project of the
 * organization. Arguments are in lower case. Null for shared and unknown organizations.
 */
export function projectOfRepository(owner: string, repository: string | null): CatalogProject | null {
  const known = homes.get(owner)
  if (known === undefined) return null
  if (known.length === 1) return known[0]!.project
  return known.find((home) => home.repository === repository)?.project ?? null
}

/** Whether the catalog has a repository of the project in this organization (in lower case). */
export const hasRepositoryIn = (project: CatalogProject, owner: string): boolean =>
  homes.get(owner)?.some((home) => home.project === project) ?? false
