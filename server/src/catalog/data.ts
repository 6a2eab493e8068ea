import data from './projects.json'

/** What is known of a project of the Cloud Native Computing Foundation; from its public landscape, with the names that idea lists use. */
export interface CatalogProject {
  readonly name: string
  readonly maturity: string
  /** The main repository; a few archived projects have none. */
  readonly repo: string | null
  readonly homepage: string
  /** The day on which the foundation took it in, as YYYY-MM-DD. */
  readonly accepted: string
  readonly aliases: readonly string[]
  readonly subprojects: readonly string[]
}

export interface Catalog {
  /** Where the facts come from, and of when. */
  readonly note: string
  /** Names of groups (working groups, SIGs, TAGs); `*` stands for any text. */
  readonly groups: readonly string[]
  readonly projects: readonly CatalogProject[]
}

/** The catalogue that is built into the product; `scripts/catalog.mjs` writes it. */
export const catalog: Catalog = data
