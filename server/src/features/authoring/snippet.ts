import type { Edit } from '../../text/edits.ts'

/** Part of a snippet: literal text, a tab stop with a placeholder or with choices, a repeated one, or the final cursor position. */
export type SnippetPart =
  | string
  | { readonly stop: string }
  /** The same text as in the last stop with this placeholder. */
  | { readonly repeated: string }
  | { readonly choices: readonly [string, ...string[]] }
  | typeof finalCursor

/** Where the cursor is after the last tab stop (`$0`). */
export const finalCursor = { end: true } as const

/** A snippet and the offset (UTF-16, in the file) that it is inserted at; it replaces the text up to `end`, if that is given. */
export interface SnippetInsertion {
  readonly at: number
  readonly end?: number
  readonly parts: readonly SnippetPart[]
}

/** The insertion as a plain edit: placeholders become text. */
export const plainInsertion = ({ at, end = at, parts }: SnippetInsertion): Edit => ({
  span: { start: at, end },
  newText: plainSnippetText(parts),
})

/** The text of a snippet whose tab stops are left unchanged. */
export const plainSnippetText = (parts: readonly SnippetPart[]): string => parts.map(initialSnippetText).join('')

function initialSnippetText(part: SnippetPart): string {
  if (typeof part === 'string') return part
  if ('stop' in part) return part.stop
  if ('repeated' in part) return part.repeated
  return 'choices' in part ? part.choices[0] : ''
}

/** The parts in snippet syntax (LSP 3.18): `- Size: ${1|small,large|}$0`. Tab stops are numbered in order; `$0` is at the end by default. */
export function snippetText(parts: readonly SnippetPart[]): string {
  let stops = 0
  const byPlaceholder = new Map<string, number>()
  const written = parts.map((part) => {
    if (typeof part === 'string') return escapeSnippet(part)
    if ('end' in part) return '$0'
    if ('repeated' in part) return `$\{${byPlaceholder.get(part.repeated) ?? stops}}`
    stops += 1
    if ('stop' in part) byPlaceholder.set(part.stop, stops)
    if ('stop' in part) return part.stop === '' ? `$\{${stops}}` : `$\{${stops}:${escapeSnippet(part.stop)}}`
    return `$\{${stops}|${part.choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`
  })
  return written.join('') + (parts.includes(finalCursor) ? '' : '$0')
}

/**
 * A snippet that {@link snippetText} wrote, with the first choice of each stop as its placeholder: `${1|small,large|}` → `${1:small}`. VS
 * Code asks no one else for suggestions there, and its own list stays open when something else is typed. Our client opens one instead.
 */
export const snippetWithoutChoices = (snippet: string): string =>
  snippet.replace(
    /\$\{(\d+)\|((?:[^\\,|]|\\.)*)(?:,(?:[^\\,|]|\\.)*)*\|\}/gs,
    (_, stop: string, choice: string) => `$\{${stop}:${escapeSnippet(choice.replace(/\\([\\,|])/g, '$1'))}}`,
  )

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

/** The plain text of a snippet that {@link snippetText} wrote: `- Size: ${1|small,large|}$0` → `- Size: small`. */
export function plainTextOfSnippet(snippet: string): string {
  const placeholders = new Map<string, string>()
  const unescaped = (text: string): string => text.replace(/\\([\\$},|])/g, '$1')
  return snippet.replace(
    /\\([\\$}])|\$0|\$\{(\d+)(?::((?:[^\\}]|\\.)*)|\|((?:[^\\,|]|\\.)*)(?:,(?:[^\\,|]|\\.)*)*\|)?\}/gs,
    (_, escaped: string | undefined, stop: string | undefined, placeholder: string | undefined, choice: string | undefined) => {
      if (escaped !== undefined) return escaped
      if (stop === undefined) return ''
      const text = unescaped(placeholder ?? choice ?? placeholders.get(stop) ?? '')
      placeholders.set(stop, placeholders.get(stop) ?? text)
      return text
    },
  )
}
