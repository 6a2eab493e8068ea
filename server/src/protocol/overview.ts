// What client and server say to each other of Overview.
import type { IdeaFinding, Range } from './protocol.ts'

/** From the client: all lists of the workspace in numbers (`OverviewParams`), as an `Overview` of what is known by now; has them loaded. */
export const overviewRequest = 'ideaFiles/overview'

/** From the server, once after each answer to `overviewRequest`: lists, or what holds for them, have changed since. */
export const overviewChangedNotification = 'ideaFiles/overviewChanged'

/** From the client: the findings in all lists (`OverviewParams`), as a `FindingsOverview`; takes its time, and may be cancelled. */
export const overviewFindingsRequest = 'ideaFiles/overviewFindings'

/** From the client: where a row of an overview leads (`OverviewPlacesParams`), as `OverviewPlace[]`; none for a row that is no more. */
export const overviewPlacesRequest = 'ideaFiles/overviewPlaces'

/** From the client: an overview with its findings (`OverviewParams`) as CSV, a string. */
export const overviewCsvRequest = 'ideaFiles/overviewCsv'

export interface OverviewParams {
  /** The one year that counts; 0 for lists of no known year, null for all. */
  readonly year: number | null
}

/** A row of a table. */
export interface OverviewRow {
  /** Tells it from the others of its table; made by the server, for the server. */
  readonly key: string
  readonly name: string
  readonly detail: string
  readonly ideas: number
}

/**
 * An idea that several lists of one term repeat (proposed, then accepted) counts once, but in the list's own row. Rows are sorted by
 * ideas, the most first, and by name; lists, years and sizes have an order of their own.
 */
export interface Overview {
  readonly year: number | null
  /** Whether all lists are loaded. */
  readonly complete: boolean
  /** Of all lists, the newest first, 0 (not known) last. */
  readonly years: readonly number[]
  readonly totals: { readonly lists: number; readonly projects: number; readonly ideas: number; readonly mentors: number }
  /** All years, whichever was asked for; ideas by programme. */
  readonly byYear: readonly { readonly year: number; readonly gsoc: number; readonly lfx: number; readonly other: number }[]
  readonly lists: readonly (OverviewRow & { readonly year: number; readonly projects: number; readonly mentors: number })[]
  /** `perYear`: one number for each of `years`. Projects without an idea are left out. */
  readonly projects: readonly (OverviewRow & { readonly perYear: readonly number[] })[]
  /** `primary`: how many of the ideas name them their primary mentor. */
  readonly mentors: readonly (OverviewRow & { readonly primary: number })[]
  readonly sizes: readonly OverviewRow[]
  readonly skills: readonly OverviewRow[]
}

export interface FindingsOverview {
  readonly total: number
  /** By rule, whose code is the key; the worst severity first, then the most findings. */
  readonly rules: readonly FindingsRow[]
  /** How many findings a list has, by its row's key; lists without any are left out. */
  readonly lists: Readonly<Record<string, number>>
}

export interface FindingsRow {
  readonly key: string
  readonly detail: string
  /** The worst that any of them has. */
  readonly severity: IdeaFinding['severity']
  readonly findings: number
  /** In how many lists. */
  readonly lists: number
}

export interface OverviewPlacesParams extends OverviewParams {
  readonly table: OverviewTable
  readonly key: string
}

export const overviewTables = ['lists', 'projects', 'mentors', 'sizes', 'skills', 'findings'] as const

export type OverviewTable = (typeof overviewTables)[number]

/** A place of a list that a row counts; in the order of the lists and of their texts. */
export interface OverviewPlace {
  readonly uri: string
  readonly range: Range
  readonly title: string
  readonly detail: string
}
