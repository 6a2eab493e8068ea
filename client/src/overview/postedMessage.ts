import { type OverviewPart, type OverviewTable, overviewParts, overviewTables } from '../../../server/src/protocol/overview.ts'

/** What the user does in the page. */
export type OverviewMessage =
  | { readonly kind: 'ready' | 'refresh' | 'save' | 'copy' }
  | { readonly kind: 'year'; readonly year: number | null }
  /** The key of a list's row. */
  | { readonly kind: 'review'; readonly key: string }
  /** `year` is null if the row counts the same years as the page. */
  | {
      readonly kind: 'open'
      readonly table: OverviewTable
      readonly key: string
      readonly year: number | null
      readonly part: OverviewPart | undefined
    }

const isPostedTable = (value: unknown): value is OverviewTable => overviewTables.some((table) => table === value)

/** Reads what the page's script has posted; undefined for anything else. Rows have the server's keys; there are no places. */
export function readPostedMessage(message: object): OverviewMessage | undefined {
  const [kind, year, table, key, part]: readonly unknown[] = ['kind', 'year', 'table', 'key', 'part'].map((name): unknown =>
    Reflect.get(message, name),
  )
  if (kind === 'ready' || kind === 'refresh' || kind === 'save' || kind === 'copy') return { kind }
  if (kind === 'review' && typeof key === 'string') return { kind, key }
  if (kind === 'year') return { kind, year: readPostedYear(year) }
  if (kind === 'open' && isPostedTable(table) && typeof key === 'string')
    return { kind, table, key, year: readPostedYear(year), part: overviewParts.find((each) => each === part) }
  return undefined
}

/** A year from a page, or from its saved state; null means all years. */
export const readPostedYear = (year: unknown): number | null =>
  typeof year === 'number' && Number.isInteger(year) && year >= 0 ? year : null
