import * as l10n from '@vscode/l10n'
import { spellingDistance } from '../catalog/spelling.ts'
import { ideaFieldWithValue } from '../editing/ideaFields.ts'
import { formatSize, hoursInSizeText } from '../editing/sizeText.ts'
import { readSize, sizeWordsIn, sizeWordsOf } from '../model/fields/sizes.ts'
import type { Idea, Size, SizeSpec, SizeWord, Template } from '../model/types.ts'
import { type Span, shift } from '../text/span.ts'
import { joinWithOr, quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix, type RuleContext, type RuleReport } from './rule.ts'
import { firstLineSpan } from './shared/firstLineSpan.ts'

const hasValidSizeWords = (template: Template): boolean => template.sizes.some((size) => size.word !== null)

function isSizeOnOffer(size: Size, template: Template): boolean {
  if (hasValidSizeWords(template)) return template.sizes.some((spec) => spec.word !== null && spec.word === size.word)
  return size.word !== null || template.sizes.some((spec) => spec.hours === size.hours)
}

const validSizeLabel = ({ word, hours }: SizeSpec): string =>
  word === null ? `${hours}` : hours > 0 ? `${word} (~${hours} h)` : word

/** The sizes that a message proposes: what the fixes write, otherwise those with the hours of the text, or all. */
function sizesForMessage(template: Template, text: string, fixes: readonly Fix[]): string {
  if (fixes.length > 0) return joinWithOr(fixes.map(({ edits }) => quote(edits[0]!.newText)))
  const named = hoursInSizeText(text)
  const sameHours = template.sizes.filter((spec) => spec.word !== null && named.some(({ hours }) => hours === spec.hours))
  const sizes = joinWithOr((sameHours.length > 0 ? sameHours : template.sizes).map(validSizeLabel))
  return hasValidSizeWords(template) ? sizes : l10n.t`${sizes} hours`
}

/** The size word that a misspelled word is most similar to, with the place of the misspelled word. */
function similarSizeWord(text: string, template: Template): { readonly word: SizeWord; readonly span: Span } | null {
  for (const found of text.matchAll(/\p{L}{4,20}/gu)) {
    const near = template.sizes.find(
      ({ word }) => word !== null && spellingDistance(found[0].toLowerCase(), word.toLowerCase(), 1) === 1,
    )
    if (near?.word) return { word: near.word, span: { start: found.index, end: found.index + found[0].length } }
  }
  return null
}

/** Replaces the hours with the template's size, or a misspelled word with the right one; one fix for each interpretation. */
function sizeFixesFor(text: string, template: Template): readonly Fix[] {
  const hours = hoursInSizeText(text)
  const sizes = template.sizes.filter((spec) => spec.word !== null && hours.some((found) => found.hours === spec.hours))
  const near = similarSizeWord(text, template)
  // if word and hours agree, only the word is fixed
  const [place, words]: readonly [Span | undefined, readonly SizeWord[]] =
    near && sizes.every(({ word }) => word === near.word)
      ? [near.span, [near.word]]
      : [hours.find((found) => found.hours === sizes[0]?.hours)?.span, sizes.flatMap(({ word }) => word ?? [])]
  if (!place) return []
  return words.map((word): Fix => {
    const written = near?.span === place ? word : formatSize(word, template)
    return {
      title: l10n.t`Change the size to "${written}"`,
      kind: words.length === 1 ? 'safe' : 'review',
      edits: [{ span: invalidSizeWithBrackets(text, place), newText: written }],
    }
  })
}

/** A longer text may say more than the size. */
const maxReplacedSize = 30

/** The sizes of the program in place of a short text that is none of them: `huge`, `12 weeks`. */
function sizeFixesForText(text: string, template: Template): readonly Fix[] {
  if (text.length > maxReplacedSize) return []
  return template.sizes.flatMap(({ word }): readonly Fix[] => {
    if (word === null) return []
    const written = formatSize(word, template)
    const edits = [{ span: { start: 0, end: text.length }, newText: written }]
    return [{ title: l10n.t`Change the size to "${written}"`, kind: 'review', edits }]
  })
}

/** A span including the parentheses around it, as the size brings its own. */
function invalidSizeWithBrackets(text: string, { start, end }: Span): Span {
  return text[start - 1] === '(' && text[end] === ')' ? { start: start - 1, end: end + 1 } : { start, end }
}

const shiftSizeFixes = (fixes: readonly Fix[], by: number): readonly Fix[] =>
  fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) })) }))

/** `medium-to-large`, `small or medium`: the two sizes of a value that is nothing else; null for any other value. */
function twoSizesIn(value: string, template: Template): readonly [SizeWord, SizeWord] | null {
  if (!hasValidSizeWords(template) || value.length > maxTwoSizes) return null
  const [first, second, third] = sizeWordsIn(value, sizeWordsOf(template.sizes))
  if (!first || !second || third || first.word === second.word) return null
  if (value.slice(0, first.span.start).trim() !== '' || value.slice(second.span.end).trim() !== '') return null
  return /^[-–—/\s]*(?:to|or|and)?[-–—/\s]*$/i.test(value.slice(first.span.end, second.span.start))
    ? [first.word, second.word]
    : null
}

const maxTwoSizes = 60

/** Rule `invalid-size`. */
export const invalidSize = defineIdeaRule({
  code: 'invalid-size',
  severity: 'error',
  fix: 'safe',
  variations: [
    { where: 'neither the name nor the hours identify a size', fix: 'none' },
    { where: 'two sizes are named, or a few words that are not a size', fix: 'review' },
  ],
  summary: "The project size is not one of the program's sizes.",
  why: 'The size decides the stipend and the length of the project, and the program accepts only its own size names.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: 175 hrs
                         ^^^^^^^
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
`,
      fixed: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: medium (~175 hour projects)
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
`,
    },
    {
      path: 'summerofcode/2025.md',
      good: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: medium (~175 hours)
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
`,
    },
  ],
  check: invalidSizeReports,
  checkLearned: (idea, context) => (context.learned.isDeclared ? invalidSizeReports(idea, context) : []),
})

function* invalidSizeReports(idea: Idea, context: RuleContext): Iterable<RuleReport> {
  const { template } = context
  const field = ideaFieldWithValue(idea, 'size')
  if (template.sizes.length === 0 || field === undefined) return
  // `idea.size` is read from the first size field, which may be empty
  const value = context.text(field.valueSpan)
  const both = twoSizesIn(value, template)
  if (both !== null) {
    const [first, second] = both.map((word) => formatSize(word, template)) as [string, string]
    yield {
      span: field.valueSpan,
      message: l10n.t`${quote(value)} names two sizes, but an idea has one; expected ${joinWithOr([quote(first), quote(second)])}.`,
      fix: 'review',
      fixes: () =>
        [first, second].map((written): Fix => {
          const edits = [{ span: field.valueSpan, newText: written }]
          return { title: l10n.t`Change the size to "${written}"`, kind: 'review', edits }
        }),
    }
    return
  }
  const size = readSize(value, { start: 0, end: value.length }, sizeWordsOf(template.sizes))
  if (size !== null && isSizeOnOffer(size, template)) return
  const span = firstLineSpan(field.valueSpan, context)
  const text = context.text(span)
  const fixes = sizeFixesFor(text, template)
  const sizes = sizesForMessage(template, text, fixes)
  const message =
    hasValidSizeWords(template) && size?.word == null && size?.hours != null
      ? l10n.t`${quote(text)} does not name a size; expected ${sizes}.`
      : l10n.t`${quote(text)} is not one of the available sizes; expected ${sizes}.`
  const offered = fixes.length > 0 ? fixes : sizeFixesForText(text, template)
  if (offered.length === 0) yield { span, message }
  else yield { span, message, fix: offered[0]!.kind, fixes: () => shiftSizeFixes(offered, span.start) }
}
