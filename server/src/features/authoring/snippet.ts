/** A piece of what is inserted: text as it is, a stop of the Tab key with what stands there first or with choices, or where the cursor ends. */
export type SnippetPart =
  | string
  | { readonly stop: string }
  | { readonly choices: readonly [string, ...string[]] }
  | typeof cursorEnd

export const cursorEnd = { end: true } as const

/** The text that is there when no stop has been filled in. */
export const plainText = (pieces: readonly SnippetPart[]): string => pieces.map(firstText).join('')

function firstText(piece: SnippetPart): string {
  if (typeof piece === 'string') return piece
  if ('stop' in piece) return piece.stop
  return 'choices' in piece ? piece.choices[0] : ''
}

/**
 * The pieces in the syntax of snippets (LSP 3.18, "Snippet Syntax"): stops are counted in their order, and the cursor ends behind
 * everything where nothing else is said. Text comes out as it is, whatever it holds.
 */
export function snippetText(pieces: readonly SnippetPart[]): string {
  let stops = 0
  const written = pieces.map((piece) => {
    if (typeof piece === 'string') return escaped(piece)
    if ('end' in piece) return '$0'
    stops += 1
    if ('stop' in piece) return piece.stop === '' ? `$\{${stops}}` : `$\{${stops}:${escaped(piece.stop)}}`
    return `$\{${stops}|${piece.choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`
  })
  return written.join('') + (pieces.includes(cursorEnd) ? '' : '$0')
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&')
