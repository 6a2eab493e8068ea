// Requests and notifications of Overview.
import type { IdeaFinding, Range } from './protocol.ts'

/** From the client: all lists of the workspace in numbers (`OverviewParams` → `Overview`); loads them, and does not wait for them. */
export const overviewRequest = 'ideaFiles/overview'

/** From the server, once after each answer to `overviewRequest`: lists, or their configuration, have changed since. */
export const overviewChangedNotification = 'ideaFiles/overviewChanged'

/** From the client: the findings in all lists (`OverviewParams` → `FindingsOverview`); takes long, and can be cancelled. */
export const overviewFindingsRequest = 'ideaFiles/overviewFindings'

/** From the client: the places that a row of an overview counts (`OverviewPlacesParams` → `OverviewPlace[]`); none if the row is gone. */
export const overviewPlacesRequest = 'ideaFiles/overviewPlaces'

/** From the client: an overview with its findings as CSV (`OverviewParams` → `string`). */
export const overviewCsvRequest = 'ideaFiles/overviewCsv'

export interface OverviewParams {
  /** Only lists of this year; 0: of no known year, null: all. */
  readonly year: number | null
}

/** A row of a table. */
export interface OverviewRow {
  /** Unique in its table; made by the server, for the server. */
  readonly key: string
  readonly name: string
  readonly detail: string
  readonly ideas: number
}

/** `isExport`: a JSON file, which is not checked and cannot be reviewed. */
export interface OverviewListRow extends OverviewRow {
  readonly year: number
  readonly projects: number
  readonly mentors: number
  readonly isExport?: true
}

/**
 * An idea that several lists of one term repeat (proposed, then accepted) counts once, except in the lists' own rows. Rows are sorted by
 * number of ideas, then by name; lists, years and sizes have their own order.
 */
export interface Overview {
  readonly year: number | null
  /** Whether all lists are loaded. */
  readonly complete: boolean
  /** Of all lists, the newest first, 0 (unknown) last. */
  readonly years: readonly number[]
  readonly totals: { readonly lists: number; readonly projects: number; readonly ideas: number; readonly mentors: number }
  /** Ideas by programme; of all years, whatever was requested. */
  readonly byYear: readonly { readonly year: number; readonly gsoc: number; readonly lfx: number; readonly other: number }[]
  readonly lists: readonly OverviewListRow[]
  /** `perYear`: one number for each of `years`. Projects without ideas are left out. */
  readonly projects: readonly (OverviewRow & { readonly perYear: readonly number[] })[]
  /** `primary`: in how many of the ideas they are the primary mentor. */
  readonly mentors: readonly (OverviewRow & { readonly primary: number })[]
  readonly sizes: readonly OverviewRow[]
  readonly skills: readonly OverviewRow[]
}

export interface FindingsOverview {
  readonly total: number
  /** One row per rule and severity; by severity, then by number of findings. */
  readonly rules: readonly FindingsRow[]
  /** Number of findings in a list, by its row's key; lists without any are left out. */
  readonly lists: Readonly<Record<string, number>>
}

export interface FindingsRow {
  readonly key: string
  /** The rule's code. */
  readonly name: string
  readonly detail: string
  readonly severity: IdeaFinding['severity']
  readonly findings: number
  /** Number of lists with such a finding. */
  readonly lists: number
}

export interface OverviewPlacesParams extends OverviewParams {
  readonly table: OverviewTable
  readonly key: string
  /** What a number of the row counts; by default what the row is named after. */
  readonly part?: OverviewPart | undefined
}

/** The key of a row of years is a programme: `gsoc`, `lfx`, `other`; empty for all. */
export const overviewTables = ['years', 'lists', 'projects', 'mentors', 'sizes', 'skills', 'findings'] as const

/** Numbers that a row has besides that of its name. */
export const overviewParts = ['ideas', 'projects', 'mentors', 'problems', 'primary', 'lists'] as const

export type OverviewPart = (typeof overviewParts)[number]

export type OverviewTable = (typeof overviewTables)[number]

/** A place in a list that a row counts. */
export interface OverviewPlace {
  readonly uri: string
  readonly range: Range
  readonly title: string
  readonly detail: string
}
