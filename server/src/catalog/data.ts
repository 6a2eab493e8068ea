import data from './projects.json'

/** A project of the Cloud Native Computing Foundation, from its public landscape, with the names that idea lists use. */
export interface CatalogProject {
  readonly name: string
  readonly maturity: string
  /** The main repository; null for a few archived projects. */
  readonly repo: string | null
  readonly homepage: string
  /** The date on which the foundation accepted it: YYYY-MM-DD. */
  readonly accepted: string
  readonly aliases: readonly string[]
  readonly subprojects: readonly string[]
}

export interface Catalog {
  /** The source of the data and its date. */
  readonly note: string
  /** Names of groups (working groups, SIGs, TAGs); `*` matches any text. */
  readonly groups: readonly string[]
  readonly projects: readonly CatalogProject[]
}

/** The built-in catalog; written by `scripts/catalog.mjs`. */
export const catalog: Catalog = data
