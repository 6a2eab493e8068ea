import * as l10n from '@vscode/l10n'
import { ideaFieldWithValue } from '../editing/ideaFields.ts'
import { formatSize, hoursInSizeText } from '../editing/sizeText.ts'
import { sizeWordsIn, sizeWordsOf } from '../model/fields/sizes.ts'
import type { SizeWord, Template } from '../model/types.ts'
import type { Span } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { firstLineSpan } from './shared/firstLineSpan.ts'

/** The hours of size words in a template that has only hours. */
const defaultHours: ReadonlyMap<SizeWord, number> = new Map([
  ['small', 90],
  ['medium', 175],
  ['large', 350],
])

/** The hours of a size word; 0 if unknown. */
const sizeMismatchHours = (word: SizeWord, { sizes }: Template): number =>
  sizes.find((spec) => spec.word === word)?.hours ?? defaultHours.get(word) ?? 0

/** Two fixes: one keeps the word, one keeps the hours. */
function sizeMismatchFixes(text: string, span: Span, word: SizeWord, hours: number, template: Template): readonly Fix[] {
  const meant = sizeWordsOf(template.sizes).find((other) => sizeMismatchHours(other, template) === hours)
  const words: readonly SizeWord[] = meant ? [word, meant] : [word]
  const said = hoursInSizeText(text).find((found) => found.hours === hours)
  const written = sizeWordsIn(text, [word])[0]?.span
  if (!said || !written) return []
  return words.map((right): Fix => {
    const place = right === word ? said.digits : written
    const capital = /^\p{Lu}/u.test(text.slice(written.start))
    const name = capital ? right[0]!.toUpperCase() + right.slice(1) : right
    const newText = right === word ? `${sizeMismatchHours(word, template)}` : name
    const edit = { span: { start: span.start + place.start, end: span.start + place.end }, newText }
    return { title: l10n.t`Change the size to "${formatSize(right, template)}"`, kind: 'review', edits: [edit] }
  })
}

/** Rule `size-mismatch`. */
export const sizeMismatch = defineIdeaRule({
  code: 'size-mismatch',
  severity: 'warning',
  fix: 'review',
  summary: 'The size name and the number of hours do not match.',
  why: 'The stipend depends on the size, and nobody can tell which of the two is meant.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: large (~175 hour projects)
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
`,
      fixed: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: large (~350 hour projects)
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
`,
    },
    {
      path: 'summerofcode/2025.md',
      good: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: large (~350 hour projects)
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
`,
    },
  ],
  *check(idea, context) {
    const { template } = context
    const field = ideaFieldWithValue(idea, 'size')
    if (template.sizes.length === 0 || field === undefined) return
    const span = firstLineSpan(field.valueSpan, context)
    const text = context.text(span)
    const words = sizeWordsIn(text, sizeWordsOf(template.sizes)).map(({ word }) => word)
    const hours = hoursInSizeText(text)
    const [word] = words
    const [first] = hours
    if (word === undefined || first === undefined) return
    // "medium or large, 175 or 350 hours" agrees with itself
    if (
      words.some(
        (one) =>
          sizeMismatchHours(one, template) === 0 || hours.some((other) => other.hours === sizeMismatchHours(one, template)),
      )
    )
      return
    yield {
      span,
      message: l10n.t`${quote(text)} is inconsistent. Use ${quote(formatSize(word, template))}, or the name for ${first.hours} hours.`,
      fixes: () => sizeMismatchFixes(text, span, word, first.hours, template),
    }
  },
})
