import * as l10n from '@vscode/l10n'
import { readItemLabelLine } from '../editing/listItems.ts'
import { fieldSpecOf } from '../model/profiles/template.ts'
import { labelKey } from '../model/schema/labelKey.ts'
import type { Field, Idea, Template } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import type { Span } from '../text/span.ts'
import { lineStart } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { countedIdeas } from './shared/countedIdeas.ts'

/** The first field of its kind with its index in the template. */
interface RankedField {
  readonly field: Field
  readonly rank: number
}

/** The first field of each kind in the template, in text order. */
function rankFields({ fields }: Idea, template: Template): readonly RankedField[] {
  const ranked: RankedField[] = []
  for (const field of fields) {
    const spec = fieldSpecOf(field, template)
    const rank = spec ? template.fields.indexOf(spec) : -1
    if (rank >= 0 && !ranked.some((before) => before.rank === rank)) ranked.push({ field, rank })
  }
  return ranked
}

/** From one field's line to the next field's; `end` excludes trailing spaces and line ends. */
interface FieldChunk extends Span {
  /** Null for a field that is not in the template: it is not moved. */
  readonly rank: number | null
  readonly indent: string
  /** The bullet and the spaces after it. */
  readonly mark: string
  /** Whether the field has no value: an unknown field moved after it would be read as its value. */
  readonly waits: boolean
}

/** The idea's fields as chunks of text; null if one of them is not a plain list item. */
function fieldChunks(text: string, { fields }: Idea, template: Template): readonly FieldChunk[] | null {
  const chunks: FieldChunk[] = []
  for (const [index, field] of fields.entries()) {
    const line = readItemLabelLine(text, field)
    if (field.shape !== 'item' || field.isOutsideItem || !field.colon || !line || line.bullet === '') return null
    const next = fields[index + 1]
    const stop = next ? lineStart(text, next.labelSpan.start) : field.span.end
    const written = line.start + text.slice(line.start, stop).trimEnd().length
    // trailing spaces of its last line belong to it
    const end = written + /^[ \t]*/.exec(text.slice(written))![0].length
    const spec = fieldSpecOf(field, template)
    const rank = spec ? template.fields.indexOf(spec) : null
    const waits = field.valueSpan.end === field.valueSpan.start || /^\s*[:：]\s*$/.test(text.slice(field.labelSpan.end, stop))
    chunks.push({ start: line.start, end, rank, indent: line.indent, mark: line.bullet + line.gap, waits })
  }
  return chunks
}

const hasNumber = ({ mark }: FieldChunk): boolean => /^\d/.test(mark)

/** Whether the items can replace each other: same indent, and all bullets or all numbers of one width (numbers stay in place). */
const areFieldsInterchangeable = ([first, ...others]: readonly FieldChunk[]): boolean =>
  others.every(
    (other) =>
      other.indent === first!.indent &&
      hasNumber(other) === hasNumber(first!) &&
      (!hasNumber(other) || other.mark.length === first!.mark.length),
  )

/**
 * Swaps items into the template's order and keeps the text between them. Fields of one kind (co-mentors, repeated fields) keep their
 * relative order. Null if the order cannot be changed safely.
 */
function fieldOrderFixes(text: string, idea: Idea, template: Template): readonly Fix[] | null {
  const chunks = fieldChunks(text, idea, template)
  const places = chunks?.filter(({ rank }) => rank !== null)
  if (!chunks || !places || !areFieldsInterchangeable(places) || chunks.some(({ indent }) => indent !== chunks[0]!.indent))
    return null
  const sorted = [...places].sort((a, b) => a.rank! - b.rank!)
  let next = 0
  const after = chunks.map((chunk) => (chunk.rank === null ? chunk : sorted[next++]!))
  if (after.some(({ waits }, index) => waits && after[index + 1]?.rank === null)) return null
  const edits = places.flatMap((place, index): readonly Edit[] => {
    const item = sorted[index]!
    if (item === place) return []
    const head = hasNumber(place)
      ? place.indent + place.mark
      : text.slice(item.start, item.start + item.indent.length + item.mark.length)
    const rest = text.slice(item.start + item.indent.length + item.mark.length, item.end)
    return [{ span: { start: place.start, end: place.end }, newText: head + rest }]
  })
  // text after the last item may belong to it, and would not move with it
  const last = chunks.at(-1)!
  const tail = text.slice(last.end)
  if (edits.at(-1)?.span.start === last.start && /[^\s*_-]/.test(tail)) return null
  return [{ title: l10n.t('Reorder the fields to match the template'), kind: 'safe', edits }]
}

/** Rule `field-order`. */
export const fieldOrder = defineIdeaRule({
  code: 'field-order',
  severity: 'information',
  fix: 'safe',
  variations: [{ where: 'something between the fields is not a plain list item', fix: 'none' }],
  summary: "An idea's fields are not in the template's order.",
  why: 'Readers compare ideas by scanning; a field in a fixed place is found at a glance.',
  examples: [
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
  ^^^^^^^^^^^^^^
- Recommended Skills:
  - Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills:
  - Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/project_ideas.md',
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    },
  ],
  *check(idea, context) {
    const order = rankFields(idea, context.template)
    const wrong = order.findIndex(({ rank }, index) => order.some((later, at) => at > index && later.rank < rank))
    if (wrong < 0) return
    const { field, rank } = order[wrong]!
    const after = order.slice(wrong + 1).filter((later) => later.rank < rank)
    const last = after.reduce((far, later) => (later.rank > far.rank ? later : far)).field
    const fixes = fieldOrderFixes(context.text({ start: 0, end: idea.length }), idea, context.template)
    yield {
      span: field.labelSpan,
      message: l10n.t`${quote(field.label)} should come after ${quote(last.label)}, as in the template.`,
      ...(fixes && { fixes: () => fixes }),
    }
  },
  *checkLearned({ fields }, { learned }) {
    const keys = fields.map(({ label }) => labelKey(label))
    for (const { before, after, count, total } of learned.orders ?? []) {
      const [late, early] = [keys.indexOf(before), keys.indexOf(after)]
      if (early < 0 || late < early) continue
      const [field, other] = [fields[early]!, fields[late]!]
      const message = l10n.t`${quote(field.label)} comes before ${quote(other.label)}; in ${countedIdeas(learned, count, total)} it comes after.`
      yield { span: field.labelSpan, message, fix: 'none' }
      // one problem for each idea
      return
    }
  },
})
