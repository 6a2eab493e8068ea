import { fieldSpecOf } from '../editing/fieldPlacement.ts'
import { readLabelLine } from '../editing/listItems.ts'
import type { Field, Idea, Template } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import type { Span } from '../text/span.ts'
import { lineStart } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'

/** A field with its rank in the template: the first of its kind. */
interface Ranked {
  readonly field: Field
  readonly rank: number
}

/** The first field of each kind that the template has, in the order of the text. */
function ranked({ fields }: Idea, template: Template): readonly Ranked[] {
  const seen = new Set<number>()
  return fields.flatMap((field) => {
    const spec = fieldSpecOf(field, template)
    const rank = spec ? template.fields.indexOf(spec) : -1
    if (rank < 0 || seen.has(rank)) return []
    seen.add(rank)
    return [{ field, rank }]
  })
}

/** From one field's line to the next field's; `end` leaves out the blanks and line ends behind its last character. */
interface Chunk extends Span {
  /** Null for a field that the template does not have: it stays where it stands. */
  readonly rank: number | null
  readonly indent: string
  /** The list mark with the blanks behind it. */
  readonly mark: string
  /** Whether nothing stands behind the label: what follows would be read as its value, were it no known field. */
  readonly waits: boolean
}

/** The idea's items with what belongs to each; null where one of them is no plain item. */
function chunksOf(text: string, { fields }: Idea, template: Template): readonly Chunk[] | null {
  const chunks: Chunk[] = []
  for (const [index, field] of fields.entries()) {
    const line = readLabelLine(text, field)
    if (field.shape !== 'item' || field.outside || !field.colon || !line || line.bullet === '') return null
    const next = fields[index + 1]
    const stop = next ? lineStart(text, next.labelSpan.start) : field.span.end
    const written = line.start + text.slice(line.start, stop).trimEnd().length
    // blanks at the end of its last line go with it
    const end = written + /^[ \t]*/.exec(text.slice(written))![0].length
    const spec = fieldSpecOf(field, template)
    const rank = spec ? template.fields.indexOf(spec) : null
    const waits = field.valueSpan.end === field.valueSpan.start || /^\s*[:：]\s*$/.test(text.slice(field.labelSpan.end, stop))
    chunks.push({ start: line.start, end, rank, indent: line.indent, mark: line.bullet + line.gap, waits })
  }
  return chunks
}

const isNumber = ({ mark }: Chunk): boolean => /^\d/.test(mark)

/** Whether one item can stand in the place of any other: at one depth, and with numbers of one width, which stay in their places. */
const areAlike = ([first, ...others]: readonly Chunk[]): boolean =>
  others.every(
    (other) =>
      other.indent === first!.indent &&
      isNumber(other) === isNumber(first!) &&
      (!isNumber(other) || other.mark.length === first!.mark.length),
  )

/**
 * Items in the template's order, each in the place of another; blanks between the places stay. Several of one kind (co-mentors, a
 * field that is there twice) come behind each other as they stood. Null where that cannot be told.
 */
function reorder(text: string, idea: Idea, template: Template): readonly Fix[] | null {
  const chunks = chunksOf(text, idea, template)
  const places = chunks?.filter(({ rank }) => rank !== null)
  if (!chunks || !places || !areAlike(places) || chunks.some(({ indent }) => indent !== chunks[0]!.indent)) return null
  const sorted = [...places].sort((a, b) => a.rank! - b.rank!)
  const after = chunks.map((chunk) => (chunk.rank === null ? chunk : sorted[places.indexOf(chunk)]!))
  if (after.some(({ waits }, index) => waits && after[index + 1]?.rank === null)) return null
  const edits = places.flatMap((place, index): readonly Edit[] => {
    const item = sorted[index]!
    if (item === place) return []
    const head = isNumber(place)
      ? place.indent + place.mark
      : text.slice(item.start, item.start + item.indent.length + item.mark.length)
    const rest = text.slice(item.start + item.indent.length + item.mark.length, item.end)
    return [{ span: { start: place.start, end: place.end }, newText: head + rest }]
  })
  // text behind the last item may belong to it, and would be left behind
  const last = chunks.at(-1)!
  const tail = text.slice(last.end)
  if (edits.at(-1)?.span.start === last.start && /[^\s*_-]/.test(tail)) return null
  return [{ title: "Put the fields into the template's order", kind: 'safe', edits }]
}

/** rules.md, Fields: `field-order`. */
export const fieldOrder = defineIdeaRule({
  code: 'field-order',
  severity: 'information',
  fix: 'safe',
  variations: [{ where: 'something among the fields is no plain item', fix: 'none' }],
  summary: "An idea's fields stand in another order than the template's.",
  why: 'Readers compare ideas by scanning them: what stands in the same place everywhere is found at a glance.',
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
    const order = ranked(idea, context.template)
    const wrong = order.findIndex(({ rank }, index) => order.slice(index + 1).some((later) => later.rank < rank))
    if (wrong < 0) return
    const { field, rank } = order[wrong]!
    const after = order.slice(wrong + 1).filter((later) => later.rank < rank)
    const last = after.reduce((far, later) => (later.rank > far.rank ? later : far)).field
    const fixes = reorder(context.text({ start: 0, end: idea.length }), idea, context.template)
    yield {
      span: field.labelSpan,
      message: `${quote(field.label)} stands before ${quote(last.label)}; the template has it after.`,
      ...(fixes && { fixes: () => fixes }),
    }
  },
})
