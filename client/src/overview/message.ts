import type { OverviewTable } from '../../../server/src/protocol/overview.ts'

/** What a person does in the page. */
export type Message =
  | { readonly kind: 'ready' | 'refresh' | 'save' }
  | { readonly kind: 'year'; readonly year: number | null }
  /** `year` is null where the row counts what the page does. */
  | { readonly kind: 'open'; readonly table: OverviewTable; readonly key: string; readonly year: number | null }

const tables: Readonly<Record<OverviewTable, true>> = {
  lists: true,
  projects: true,
  mentors: true,
  sizes: true,
  skills: true,
  findings: true,
}

const isTable = (value: unknown): value is OverviewTable => typeof value === 'string' && Object.hasOwn(tables, value)

/** What the page's script has posted; undefined for what is none of it. A row is named as the server named it, never by a place. */
export function readMessage(message: object): Message | undefined {
  const [kind, year, table, key]: readonly unknown[] = ['kind', 'year', 'table', 'key'].map((name): unknown =>
    Reflect.get(message, name),
  )
  if (kind === 'ready' || kind === 'refresh' || kind === 'save') return { kind }
  if (kind === 'year') return { kind, year: readYear(year) }
  if (kind === 'open' && isTable(table) && typeof key === 'string') return { kind, table, key, year: readYear(year) }
  return undefined
}

/** A year from a page, or from what was saved of one: null for all of them. */
export const readYear = (year: unknown): number | null =>
  typeof year === 'number' && Number.isInteger(year) && year >= 0 ? year : null
