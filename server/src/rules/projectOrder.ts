import * as l10n from '@vscode/l10n'
import { isInProjectOrder, projectOrderEdits, projectOrderOf, type SortOrder } from '../editing/projectOrderEdits.ts'
import { type ProjectHeading, projectChapters, projectGroups } from '../editing/projectSections.ts'
import { readIdeaFile } from '../model/ideaFile.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { FileRuleProject } from './fileRuleInput.ts'
import { defineFileRule, type FileReport, type Fix } from './rule.ts'
import { onceForFile } from './shared/onceForFile.ts'

type Chapter = readonly ProjectHeading<FileRuleProject>[]

function misplacedProjectMessage(projects: Chapter, { keyOf, kept }: SortOrder, index: number): string {
  const key = keyOf(projects[index]!.project.name)
  const run = projects.filter((_, other) => kept.has(other))
  const next = run.find(({ project }) => keyOf(project.name) > key)
  const name = quote(projects[index]!.project.name)
  return next === undefined
    ? l10n.t`${name} is out of alphabetical order; it belongs after ${quote(run.at(-1)!.project.name)}.`
    : l10n.t`${name} is out of alphabetical order; it belongs before ${quote(next.project.name)}.`
}

/** Reports each misplaced project of a chapter, or only the first one if the chapter is mostly unsorted. */
function* checkProjectOrder(projects: Chapter, chapter: number): Iterable<FileReport> {
  const order = projectOrderOf(projects)
  const misplaced = projects.flatMap((_, index) => (order.kept.has(index) ? [] : [index]))
  const fixes = onceForFile((file): readonly Fix[] => {
    const edits = projectOrderEdits(file, [projectGroups(file)[chapter]!], (text) => readIdeaFile(text, file.options))
    return [{ title: l10n.t('Sort projects alphabetically'), kind: 'review', edits }]
  })
  const many = !isInProjectOrder(order, projects)
  for (const index of many ? misplaced.slice(0, 1) : misplaced) {
    const { project, heading } = projects[index]!
    const message =
      many && misplaced.length > 1
        ? l10n.t`${misplaced.length} of ${projects.length} projects are out of alphabetical order, starting with ${quote(project.name)}.`
        : misplacedProjectMessage(projects, order, index)
    yield { span: shift(heading.heading.textSpan, heading.at), message, fixes }
  }
}

/** Rule `project-order`. Each chapter is ordered separately. */
export const projectOrder = defineFileRule({
  code: 'project-order',
  severity: 'information',
  fix: 'review',
  summary: 'Projects are not in alphabetical order.',
  why: 'Readers scan for a project by name, and a sorted list has one obvious place for a new project, which means fewer merge conflicts.',
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
    for (const [chapter, projects] of projectChapters(file).entries()) yield* checkProjectOrder(projects, chapter)
  },
})
