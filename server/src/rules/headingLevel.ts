import { isShared } from '../model/schema/learnedTemplate.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { FileRuleInput } from './fileRuleInput.ts'
import { levelEdits } from './headingLevel/fixes.ts'
import { areRolesUncertain, keepsProjects } from './headingLevel/fixSafety.ts'
import { ideaHeadings, type MisplacedHeading, misplacedHeadings } from './headingLevel/levels.ts'
import { missingSpaceHeadings, missingSpaceReport } from './headingLevel/missingSpace.ts'
import { defineIdeaRule, type FileReport, type Fix } from './rule.ts'

function levelReport(misplaced: MisplacedHeading, fix: Fix['kind']): FileReport {
  const { kind, placed, level } = misplaced
  const { text, textSpan, span } = placed.heading
  const what = `${text === '' ? 'This heading' : quote(text)} is ${kind === 'idea' ? 'an idea' : 'a project'} at heading level ${placed.heading.level}`
  return {
    span: shift(textSpan.end > textSpan.start ? textSpan : span, placed.at),
    message: `${what}; expected level ${level} (${'#'.repeat(level)}), as for the others.`,
    fix,
    fixes: (file) => [{ title: `Make it a heading of level ${level}`, kind: fix, edits: levelEdits(file, misplaced) }],
  }
}

/** In a list whose schema was learned only the ideas' level is known, and only by counting. */
function* learnedReports(file: FileRuleInput, misplaced: readonly MisplacedHeading[]): Iterable<FileReport> {
  const levels = file.projects.flatMap(ideaHeadings).map(({ heading }) => heading.level)
  const count = levels.filter((level) => level === file.ideaLevel).length
  const isDeclared = file.template.learned?.isDeclared === true
  if (isDeclared ? file.template.ideaLevel === null : !isShared(count, levels.length)) return
  for (const each of misplaced.filter(({ kind }) => kind === 'idea')) {
    const { level, text } = each.placed.heading
    const report = levelReport(each, 'review')
    const message = isDeclared
      ? report.message
      : `${quote(text)} is at heading level ${level}; ${count} of ${levels.length} ideas are at level ${file.ideaLevel} (${'#'.repeat(file.ideaLevel)}).`
    yield { ...report, message }
  }
}

/** Rule `heading-level` (docs/spec.md#levels); also reports lines that lack only the space after their hashes to be a heading. */
export const headingLevel = defineIdeaRule({
  inLearnedLists: true,
  code: 'heading-level',
  severity: 'warning',
  fix: 'safe',
  variations: [
    {
      where:
        'another project would take an idea over, or lose one, projects stand at several depths with their ideas, or the hashes lack the blank behind them',
      fix: 'review',
    },
  ],
  summary: "A project's or an idea's heading stands at another level than the list's others.",
  why: 'The level tells ideas from projects: an idea at the level of projects looks like one, and the next ideas like its own.',
  examples: [
    {
      bad: `
- [Harbor](#harbor)
- [Resume broken transfers at the edge](#resume-broken-transfers-at-the-edge)
  - [Sign what is copied](#sign-what-is-copied)
  - [Show what was copied](#show-what-was-copied)

### Harbor

### Resume broken transfers at the edge
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

#### Show what was copied
- Description: A copy should be seen in both registries.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
      fixed: `
- [Harbor](#harbor)
  - [Resume broken transfers at the edge](#resume-broken-transfers-at-the-edge)
  - [Sign what is copied](#sign-what-is-copied)
  - [Show what was copied](#show-what-was-copied)

### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

#### Show what was copied
- Description: A copy should be seen in both registries.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      good: `
## Kubernetes

### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

### SIG CLI

#### Explain a failed apply
- Description: A failed apply should name the line that it failed at.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

## Harbor

### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(idea, { text }) {
    for (const found of missingSpaceHeadings(text({ start: 0, end: idea.length }), idea)) {
      yield missingSpaceReport(found, text(found.textSpan))
    }
  },
  *checkFile(file) {
    const misplaced = misplacedHeadings(file)
    if (file.template.learned) return yield* learnedReports(file, misplaced)
    const uncertain = areRolesUncertain(file, misplaced)
    for (const each of misplaced) yield levelReport(each, !uncertain && keepsProjects(file, each) ? 'safe' : 'review')
  },
})
