/** A piece of a line. Its texts come from files as they are: whoever renders it escapes them. */
export type TextRun = string | { readonly strong: string } | { readonly code: string } | WebPiece

/** A text that leads to a page of the web or to a letter; without an address (null) it is text alone. */
interface WebPiece {
  readonly text: string
  readonly url: string | null
}

/** One line of a card, however a client may wrap it. */
export type Line = readonly TextRun[]

/** What a hover says, whatever the client can show. */
export type Part =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'quote'; readonly lines: readonly string[] }

export type Card = readonly Part[]

/** A paragraph of these pieces; none where there are no pieces. */
export const line = (...pieces: Line): Card => (pieces.length === 0 ? [] : [{ kind: 'line', line: pieces }])

/** A list under its introduction, the first `most` items of it; nothing where there are no items. */
export function list(introduction: string, items: readonly Line[], most = 8): Card {
  if (items.length === 0) return []
  const shown = items.slice(0, most)
  const left = items.length - shown.length
  return [...line(introduction), { kind: 'list', items: left === 0 ? shown : [...shown, [`… and ${left} more`]] }]
}

/** Lines as they stand in a file, in a type of one width. */
export const inQuotes = (lines: readonly string[]): Card => (lines.length === 0 ? [] : [{ kind: 'quote', lines }])

/** Lines with a dot between them. */
export const joinWithDots = (...lines: readonly Line[]): Line =>
  lines.filter((each) => each.length > 0).flatMap((each, index) => (index === 0 ? each : [' · ', ...each]))

/** Lines with commas between them. */
export const joinWithCommas = (lines: readonly Line[]): Line =>
  lines.flatMap((each, index) => (index === 0 ? each : [', ', ...each]))
