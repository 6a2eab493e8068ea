import * as l10n from '@vscode/l10n'
import { truncate } from '../../text/wording.ts'

/** Part of a line: text, bold text, code or a link. The text is a file's own and must be escaped by the renderer. */
export type TextRun = string | { readonly strong: string } | { readonly code: string } | LinkRun

/** Text linked to a web page or an e-mail address; plain text if `url` is null. */
interface LinkRun {
  readonly text: string
  readonly url: string | null
}

/** One line of a card, which a client may wrap. */
export type TextLine = readonly TextRun[]

/** A block of a card. */
export type CardPart =
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'list'; readonly items: readonly TextLine[] }
  | { readonly kind: 'quote'; readonly lines: readonly string[] }

/** The content of a hover, before it is rendered as Markdown or plain text. */
export type Card = readonly CardPart[]

/** A paragraph of one line; nothing if the line is empty. */
export const cardLine = (...runs: TextLine): Card => (runs.length === 0 ? [] : [{ kind: 'line', line: runs }])

/** An introduction and a list of at most `max` items, then `… and 3 more`; nothing if there are no items. */
export function cardBulletList(introduction: string, items: readonly TextLine[], max = 8): Card {
  if (items.length === 0) return []
  const shown = items.slice(0, max)
  const left = items.length - shown.length
  return [...cardLine(introduction), { kind: 'list', items: left === 0 ? shown : [...shown, [l10n.t`… and ${left} more`]] }]
}

/** Lines of a file, unchanged, in a fixed-width font. */
export const cardTextInQuotes = (lines: readonly string[]): Card => (lines.length === 0 ? [] : [{ kind: 'quote', lines }])

/** `a · b` */
export const cardLinesWithDots = (...lines: readonly TextLine[]): TextLine =>
  lines.filter((each) => each.length > 0).flatMap((each, index) => (index === 0 ? each : [' · ', ...each]))

/** `a, b` */
export const cardLinesWithCommas = (lines: readonly TextLine[]): TextLine =>
  lines.flatMap((each, index) => (index === 0 ? each : [', ', ...each]))

/** A name, cut to a line. */
export const cardName = (name: string): string => truncate(name, 100)
