import { squashed } from '../catalog/spelling.ts'
import type { IdeaFile } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import { shift } from '../text/span.ts'
import { chaptersOf, type ProjectPart } from './parts/projectParts.ts'
import { quote } from './parts/quote.ts'
import { defineFileRule, type Fix, type Report } from './rule.ts'

/** With a greater share out of order nobody meant to keep one. */
const greatestShare = 1 / 4

type KeyOf = (part: ProjectPart) => string

const byWords: KeyOf = ({ project }) => project.name.normalize('NFKC').toLowerCase()
const byLetters: KeyOf = ({ project }) => squashed(project.name)

/** The indexes of the longest run of keys in order; of equal runs the one that keeps the earlier keys. */
export function longestRun(keys: readonly string[]): ReadonlySet<number> {
  // lengths[i]: the longest run that begins with key i; greatest[n]: the greatest key that begins a run of n + 1
  const lengths: number[] = []
  const greatest: string[] = []
  for (let index = keys.length - 1; index >= 0; index--) {
    let low = 0
    let high = greatest.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (greatest[middle]! >= keys[index]!) low = middle + 1
      else high = middle
    }
    lengths[index] = low + 1
    greatest[low] = keys[index]!
  }
  const kept = new Set<number>()
  let wanted = greatest.length
  let least = ''
  keys.forEach((key, index) => {
    if (lengths[index] !== wanted || key < least) return
    kept.add(index)
    wanted -= 1
    least = key
  })
  return kept
}

interface Order {
  readonly keyOf: KeyOf
  readonly kept: ReadonlySet<number>
}

/** Both customs are fine: blanks and hyphens before letters, or set aside; the one that the list keeps better is its own. */
function orderOf(parts: readonly ProjectPart[]): Order {
  const [words, letters] = [byWords, byLetters].map((keyOf): Order => ({ keyOf, kept: longestRun(parts.map(keyOf)) }))
  return letters!.kept.size > words!.kept.size ? letters! : words!
}

/** Puts each project's text into the place that its name has; what stands between the places stays. */
function sorted(file: IdeaFile, parts: readonly ProjectPart[], keyOf: KeyOf): readonly Edit[] {
  const order = parts.map((part) => ({ part, key: keyOf(part) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return parts.flatMap(({ start, end }, index): Edit[] => {
    const { part } = order[index]!
    return part.start === start ? [] : [{ span: { start, end }, newText: file.text.slice(part.start, part.end) }]
  })
}

function place(parts: readonly ProjectPart[], { keyOf, kept }: Order, index: number): string {
  const key = keyOf(parts[index]!)
  const run = parts.filter((_, other) => kept.has(other))
  const next = run.find((part) => keyOf(part) > key)
  if (next !== undefined) return `before ${quote(next.project.name)}`
  return `after ${quote(run.at(-1)!.project.name)}`
}

function* check(file: IdeaFile, parts: readonly ProjectPart[]): Iterable<Report> {
  const order = orderOf(parts)
  const out = parts.flatMap((_, index) => (order.kept.has(index) ? [] : [index]))
  const fixes = (): readonly Fix[] => [
    { title: 'Sort the projects by name', kind: 'review', edits: sorted(file, parts, order.keyOf) },
  ]
  const many = out.length > parts.length * greatestShare
  for (const index of many ? out.slice(0, 1) : out) {
    const { project, heading } = parts[index]!
    const message =
      many && out.length > 1
        ? `${count(out.length, parts.length)}, the first of them ${quote(project.name)}; expected the projects by name.`
        : `${quote(project.name)} is out of alphabetical order; expected it ${place(parts, order, index)}.`
    yield { span: shift(heading.heading.textSpan, heading.at), message, fixes }
  }
}

const count = (out: number, all: number): string => `${out} of ${all} projects are out of alphabetical order`

/** rules.md, Structure: `project-order`. Each chapter has an order of its own. */
export const projectOrder = defineFileRule({
  code: 'project-order',
  severity: 'information',
  fix: 'review',
  summary: 'The projects are not in alphabetical order.',
  why: 'Readers leaf to a project by its name, and a sorted list has one place for a new project: fewer merge conflicts.',
  examples: [
    {
      bad: `
### Envoy

#### Tell why a route was chosen
- Description: A request should be able to tell which route it took.
- Mentor(s):
  - Cleo Example (@cleo-example, cleo@example.org)

### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### Cilium
    ^^^^^^

#### Show dropped packets
- Description: A dropped packet should name the policy that dropped it.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
      fixed: `
### Cilium

#### Show dropped packets
- Description: A dropped packet should name the policy that dropped it.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

### Envoy

#### Tell why a route was chosen
- Description: A request should be able to tell which route it took.
- Mentor(s):
  - Cleo Example (@cleo-example, cleo@example.org)

### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      good: `
### etcd

#### Compact while reading
- Description: A compaction should not hold up a reader.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### Jaeger

#### Show long traces
- Description: Traces of a million spans should open in a second.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(file) {
    for (const parts of chaptersOf(file)) yield* check(file, parts)
  },
})
