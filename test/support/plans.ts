import assert from 'node:assert/strict'
import type { Plan, ReadEditedText, Refusal } from '../../server/src/features/authoring/plan.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { applyEdits, areDisjoint } from '../../server/src/text/edits.ts'
import { read } from './checkRule.ts'

/** A list with how other texts are read as it is. */
export interface Opened {
  readonly file: IdeaFile
  readonly read: ReadEditedText
  /** Where `$0` stood, or the text's start. */
  readonly offset: number
}

/** Reads a text in which `$0` marks the cursor, at a path that may tell the programme. */
export function opened(marked: string, path = 'ideas.md', readAs: ReadEditedText = (text) => read(text, path)): Opened {
  return { file: readAs(marked.replace('$0', '')), read: readAs, offset: Math.max(0, marked.indexOf('$0')) }
}

export function planned(made: Plan | Refusal): Plan {
  assert.ok(!('refusal' in made), 'refusal' in made ? made.refusal : '')
  assert.ok(areDisjoint(made.edits))
  assert.ok(made.edits.filter(({ snippet }) => snippet).length <= 1, 'one snippet at most')
  const starts = made.edits.map(({ span }) => span.start)
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
    'in the order of the text',
  )
  return made
}

export function refusal(made: Plan | Refusal): string {
  assert.ok('refusal' in made, 'it is planned')
  return made.refusal
}

/** The text after a plan, the snippet in its own syntax: that says where the stops are. */
export const withSnippet = (text: string, made: Plan | Refusal): string => applyEdits(text, planned(made).edits)

/** The text after a plan, each stop left as it came. */
export const leftAlone = (text: string, made: Plan | Refusal): string => filledIn(text, made, [])

/** The text after a plan, the stops filled in one after the other; those that are left over stay as they came. */
export function filledIn(text: string, made: Plan | Refusal, values: readonly string[]): string {
  const edits = planned(made).edits.map(({ span, newText, snippet }) => ({
    span,
    newText: snippet ? filled(newText, values) : newText,
  }))
  return applyEdits(text, edits)
}

/** A snippet as an editor inserts it (LSP 3.18, "Snippet Syntax"), by a reading of our own. */
function filled(snippet: string, values: readonly string[]): string {
  let stop = 0
  const inserted: string[] = []
  return snippet.replace(
    /\\([\\$}])|\$0|\$\{(\d+)(?::((?:\\.|[^\\}])*)|\|((?:\\.|[^\\|])*)\|)?\}/g,
    (whole, char: string | undefined, number: string | undefined, text = '', choices = '') => {
      if (char !== undefined) return char
      if (whole === '$0') return ''
      const repeated = inserted[Number(number) - 1]
      if (repeated !== undefined) return repeated
      assert.equal(Number(number), ++stop, 'stops are counted in their order')
      const first = String(choices).split(/(?<!\\),/)[0]!
      inserted.push(values[stop - 1] ?? (text || first).replace(/\\(.)/g, '$1'))
      return inserted.at(-1)!
    },
  )
}
