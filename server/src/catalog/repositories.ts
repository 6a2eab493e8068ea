import { type Catalog, type CatalogProject, catalog } from './data.ts'

/** Organisations in which many projects keep repositories, whatever the catalogue says of them; in lower case. */
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
  /** `owner/name`, or the organisation alone. */
  readonly repository: string
  readonly project: CatalogProject
}

function homeOf(project: CatalogProject): RepositoryHome | null {
  const found = /^https?:\/\/(?:www\.)?github\.com\/([^/?#]+)(?:\/([^/?#]+))?/i.exec(project.repo?.toLowerCase() ?? '')
  const [, owner, name] = found ?? []
  if (owner === undefined || sharedOwners.has(owner)) return null
  return { owner, repository: name === undefined ? owner : `${owner}/${name}`, project }
}

function homesByOwner({ projects }: Catalog): ReadonlyMap<string, readonly RepositoryHome[]> {
  const index = new Map<string, RepositoryHome[]>()
  for (const home of projects.map(homeOf)) {
    if (home !== null) index.set(home.owner, [...(index.get(home.owner) ?? []), home])
  }
  return index
}

const homes = homesByOwner(catalog)

/**
 * The project that a GitHub repository belongs to (rules.md, `upstream-project`): its main repository, or any in an organisation
 * where it is the only known project. All in lower case; null for shared organisations and unknown ones.
 */
export function projectOfRepository(owner: string, repository: string | null): CatalogProject | null {
  const known = homes.get(owner)
  if (known === undefined) return null
  if (known.length === 1) return known[0]!.project
  return known.find((home) => home.repository === repository)?.project ?? null
}

/** Whether a project keeps repositories in an organisation, as far as the catalogue knows; `owner` in lower case. */
export const isAtHome = (project: CatalogProject, owner: string): boolean =>
  homes.get(owner)?.some((home) => home.project === project) ?? false
