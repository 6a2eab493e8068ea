import * as l10n from '@vscode/l10n'
import { exampleMarksIn, isTableList } from '../editing/years/exampleMark.ts'
import { type StaleYear, staleYears } from '../editing/years/staleYears.ts'
import { defineTextRule, type Fix } from './rule.ts'

const messages: Readonly<Record<StaleYear['kind'], (stale: StaleYear) => string>> = {
  heading: ({ year, expected }) => l10n.t`The heading has the year ${year}; expected ${expected}, the year of this list.`,
  sentence: ({ year, expected }) => l10n.t`The text mentions ${year}; expected ${expected}, the year of this list.`,
  link: ({ year, expected }) => l10n.t`The link points to the list for ${year}; expected the one for ${expected}.`,
}

const exampleMessage = (file: Parameters<typeof isTableList>[0]): string =>
  isTableList(file)
    ? l10n.t('This row only shows the form of this list. Replace it, and remove this comment.')
    : l10n.t('The idea below only shows the form of this list. Replace it, and remove this comment.')

const writeYearFix =
  ({ span, expected }: StaleYear) =>
  (): readonly Fix[] => [{ title: l10n.t`Change to "${expected}"`, kind: 'review', edits: [{ span, newText: String(expected) }] }]

/** Rule `stale-year`. */
export const staleYear = defineTextRule({
  code: 'stale-year',
  severity: 'warning',
  fix: 'review',
  variations: [{ where: 'an idea of a former year was left in to show the form of the list', fix: 'none' }],
  inLearnedLists: true,
  summary: "A heading, a link to another list or an announcement has a year other than the list's own.",
  why: "Lists are copied from last year's, and whatever was not updated sends readers to the wrong deadline or the wrong list.",
  examples: [
    {
      path: 'summerofcode/2026.md',
      bad: `
# Google Summer of Code 2025
                        ^^^^

If you consider mentoring during the GSoC 2025 cycle, please add your idea.
                                          ^^^^

The ideas of the previous year are [here](./2024.md).
                                            ^^^^

### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
# Google Summer of Code 2026

If you consider mentoring during the GSoC 2026 cycle, please add your idea.

The ideas of the previous year are [here](./2025.md).

### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      path: 'summerofcode/2026.md',
      good: `
# Google Summer of Code 2026

The lists of [2024](./2024.md) and [2025](./2025.md) show what mentors look for.

### Harbor

#### Catch up with the goals of 2024
- Description: What was left open in GSoC 2024 is to be finished.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(file) {
    for (const span of exampleMarksIn(file.text)) yield { span, message: exampleMessage(file), fix: 'none' }
    if (file.template.learned) return
    for (const stale of staleYears(file)) {
      yield { span: stale.span, message: messages[stale.kind](stale), fixes: writeYearFix(stale) }
    }
  },
})
