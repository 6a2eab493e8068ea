import type { Position } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import { composeEdits } from '../../text/composeEdits.ts'
import { applyEdits, compareEdits, type Edit } from '../../text/edits.ts'
import { splitLines } from '../../text/textLines.ts'

/** The code of the rule whose findings *Add all missing fields* fixes. */
export const missingFieldCode = 'missing-field'

/** Reads and lints a text: the findings about missing fields of one idea, in the template's order. */
export type MissingInText = (text: string) => Generator<void, readonly Finding[]>

const maxMissingFields = 30

/** Adds one missing field after the other, as each has its place next to those that are there. */
export function* missingFieldEdits(text: string, missing: MissingInText): Generator<void, readonly Edit[]> {
  let now = text
  let edits: readonly Edit[] = []
  for (let count = 0; count < maxMissingFields; count++) {
    const fix = (yield* missing(now)).flatMap((finding) => finding.fixes?.()[0] ?? [])[0]
    if (fix === undefined) break
    edits = composeEdits(text, edits, fix.edits)
    now = applyEdits(now, fix.edits)
  }
  return edits
}

/** The edits with a space after the label of the first field that they add, for the value that is to be typed. */
export const withSpaceForValue = (edits: readonly Edit[]): readonly Edit[] =>
  edits.toSorted(compareEdits).map((edit, index) => {
    const newText = edit.newText.replace(/^([\s\S]*?[:：][*_]{0,3})(?=[\r\n]|$)/, '$1 ')
    return index === 0 ? { ...edit, newText } : edit
  })

/**
 * Where the first value goes in fields that edits add: after the first colon of their text, and its space; null if they add none. In the text after
 * the edits; `positionAt` is that before them.
 */
export function addedFieldPosition(edits: readonly Edit[], positionAt: (offset: number) => Position): Position | null {
  const [first] = edits.toSorted(compareEdits)
  const label = first && /^[\s\S]*?[:：][*_]{0,3}[ \t]*(?=[\r\n]|$)/.exec(first.newText)?.[0]
  if (first === undefined || label === undefined) return null
  const { line, character } = positionAt(first.span.start)
  const lines = splitLines(label)
  const last = lines.at(-1)!
  return { line: line + lines.length - 1, character: (lines.length > 1 ? 0 : character) + last.length }
}
