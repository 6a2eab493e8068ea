import * as l10n from '@vscode/l10n'
import { isSharedInTemplate } from '../model/schema/learnedTemplate.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { FileRuleInput } from './fileRuleInput.ts'
import { levelEdits } from './headingLevel/fixes.ts'
import { areRolesUncertain, isLevelFixSafeForProjects } from './headingLevel/fixSafety.ts'
import { countIdeasAtLevel, type MisplacedHeading, misplacedHeadings } from './headingLevel/levels.ts'
import { missingSpaceHeadings, missingSpaceReport } from './headingLevel/missingSpace.ts'
import { outvotedTemplateReports } from './headingLevel/outvotedTemplate.ts'
import { defineIdeaRule, type FileReport, type Fix } from './rule.ts'

function levelReport(misplaced: MisplacedHeading, fix: Fix['kind']): FileReport {
  const { kind, placed, level } = misplaced
  const { text, textSpan, span } = placed.heading
  const what = text === '' ? l10n.t('This heading') : quote(text)
  const hashes = '#'.repeat(level)
  return {
    span: shift(textSpan.end > textSpan.start ? textSpan : span, placed.at),
    message:
      kind === 'idea'
        ? l10n.t`${what} is at heading level ${placed.heading.level}, but ideas in this list are at level ${level} (${hashes}).`
        : l10n.t`${what} is at heading level ${placed.heading.level}, but projects in this list are at level ${level} (${hashes}).`,
    fix,
    fixes: (file) => [{ title: l10n.t`Change to a level ${level} heading`, kind: fix, edits: levelEdits(file, misplaced) }],
  }
}

/** In a list whose schema was learned only the ideas' level is known, and only by counting. */
function* learnedReports(file: FileRuleInput, misplaced: readonly MisplacedHeading[]): Iterable<FileReport> {
  const { count, total } = countIdeasAtLevel(file)
  const isDeclared = file.template.learned?.isDeclared === true
  if (isDeclared ? file.template.ideaLevel === null : !isSharedInTemplate(count, total)) return
  for (const each of misplaced.filter(({ kind }) => kind === 'idea')) {
    const { level, text } = each.placed.heading
    const report = levelReport(each, 'review')
    const message = isDeclared
      ? report.message
      : l10n.t`${quote(text)} is at heading level ${level}, but ${count} of ${total} ideas are at level ${file.ideaLevel} (${'#'.repeat(file.ideaLevel)}).`
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
      where: 'nearly all ideas are at another level than the one in the template: only the template is reported',
      severity: 'information',
      fix: 'review',
    },
    {
      where: 'the change would move an idea to another project, projects are at several levels, or the `#` has no space after it',
      fix: 'review',
    },
  ],
  summary: 'A project or idea heading is at a different level from the others in the list.',
  why: 'Heading levels separate projects from ideas. An idea at project level reads as a project, and the ideas after it seem to belong to it.',
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
    yield* outvotedTemplateReports(file)
    const uncertain = areRolesUncertain(file, misplaced)
    for (const each of misplaced) yield levelReport(each, !uncertain && isLevelFixSafeForProjects(file, each) ? 'safe' : 'review')
  },
})
