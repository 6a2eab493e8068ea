import type { Size, SizeSpec, Template } from '../model/types.ts'
import { filled, firstLine } from './fieldPlace.ts'
import { oneOf, quote } from './quote.ts'
import { defineIdeaRule } from './rule.ts'

const hasWords = (template: Template): boolean => template.sizes.some((size) => size.word !== null)

function isOnOffer(size: Size, template: Template): boolean {
  if (hasWords(template)) return template.sizes.some((spec) => spec.word !== null && spec.word === size.word)
  return size.word !== null || template.sizes.some((spec) => spec.hours === size.hours)
}

const shown = ({ word, hours }: SizeSpec): string => (word === null ? `${hours}` : hours > 0 ? `${word} (~${hours} h)` : word)

function offer(template: Template, hours: number | null): string {
  const sameHours = template.sizes.filter((spec) => spec.word !== null && spec.hours === hours)
  const sizes = sameHours.length > 0 ? sameHours : template.sizes
  return `${oneOf(sizes.map(shown))}${hasWords(template) ? '' : ' hours'}`
}

/** rules.md, Fields: `invalid-size`. */
export const invalidSize = defineIdeaRule({
  code: 'invalid-size',
  severity: 'error',
  fix: 'safe',
  summary: 'The project size is none of those that the programme offers.',
  why: 'The size decides the stipend and the length of the project: the programme takes the words of its own list and nothing else.',
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
  *check(idea, context) {
    const { template } = context
    const field = filled(idea, 'size')
    if (template.sizes.length === 0 || field === undefined) return
    if (idea.size !== null && isOnOffer(idea.size, template)) return
    const span = firstLine(field.valueSpan, context)
    const lack =
      hasWords(template) && idea.size?.word == null && idea.size?.hours != null ? 'has no size word' : 'is no size on offer'
    yield { span, message: `${quote(context.text(span))} ${lack}; expected ${offer(template, idea.size?.hours ?? null)}.` }
  },
})
