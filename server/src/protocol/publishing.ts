// Requests for pages and tables of all lists.

/** From the client: all ideas of the workspace as one HTML page (`SitePageParams` → `string`); null if there are none. */
export const sitePageRequest = 'ideaFiles/sitePage'

export interface SitePageParams {
  readonly title: string
  /** Lets the page's own script run; different for each page. */
  readonly nonce: string
}

/** From the client: a table of all lists in Markdown (`ReportTableParams` → `string`). */
export const reportTableRequest = 'ideaFiles/reportTable'

export const reportTableKeys = ['programs', 'mentors', 'projects'] as const

export interface ReportTableParams {
  readonly table: (typeof reportTableKeys)[number]
  /** Only lists of this year; 0: of no known year, null: all. */
  readonly year: number | null
}
