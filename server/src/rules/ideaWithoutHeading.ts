import * as l10n from '@vscode/l10n'
import { type HeadlessIdea, headlessIdeas } from '../editing/pasted/headlessIdeas.ts'
import { labelsForPaste } from '../editing/pasted/pasteLabels.ts'
import type { FieldKey, IdeaFile, Template } from '../model/types.ts'
import { createIdentityCache } from '../text/identityCache.ts'
import { lowerBound } from '../text/lowerBound.ts'
import { intersects, shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineTextRule } from './rule.ts'

/** The code of the rule, whose findings editors offer to make an idea of. */
export const ideaWithoutHeadingCode = 'idea-without-heading'

/** What was found in a section: as long as that and the template are the same objects, it stays. */
const foundInSections = createIdentityCache<object, { readonly template: Template; readonly ideas: readonly HeadlessIdea[] }>()

/** The lines of a list that look like an idea without headings; spans count from the start of the file. */
export function headlessIdeasOf(file: IdeaFile): readonly HeadlessIdea[] {
  const { template } = file
  const isProject = (at: number): boolean => file.projects.some(({ heading }) => heading?.at === at)
  const all: HeadlessIdea[] = []
  // loops: nearly all sections have been read before, and have none
  for (const { at, section, facts } of file.sections) {
    if (facts === null) continue
    const found = foundInSections.get(facts)
    const known = found?.template === template ? found.ideas : undefined
    if (known?.length === 0) continue
    const own = { start: at, end: at + section.length }
    if (file.templateSpan !== null && intersects(own, file.templateSpan)) continue
    const ideas = known ?? headlessIdeas(file.text.slice(own.start, own.end), labelsForPaste(file))
    if (known === undefined) foundInSections.set(facts, { template, ideas })
    for (const { title, span, keys, repeated } of ideas) {
      // the fields above are those of another idea; a project's section has none of its own
      if (repeated > 1 || isProject(at) || repeatsFieldsOfIdea(file, keys, at + title.start))
        all.push({ title: shift(title, at), span: shift(span, at), keys, repeated })
    }
  }
  return all
}

/** Whether the idea around `at` has two of these fields before that, in whatever form: its labels may be bold, or headings. */
function repeatsFieldsOfIdea({ projects }: IdeaFile, keys: readonly FieldKey[], at: number): boolean {
  const ideas = projects[lowerBound(projects, ({ span }) => span.start <= at) - 1]?.ideas ?? []
  const around = ideas[lowerBound(ideas, (placed) => placed.at <= at) - 1]
  const above = around?.idea.fields.filter(({ labelSpan }) => around.at + labelSpan.start < at) ?? []
  return keys.filter((key) => above.some((field) => field.key === key)).length > 1
}

/** Rule `idea-without-heading`. */
export const ideaWithoutHeading = defineTextRule({
  code: ideaWithoutHeadingCode,
  severity: 'warning',
  fix: 'none',
  inLearnedLists: true,
  summary: 'A title and fields look like an idea, but the title is not a heading.',
  why: 'Headings lose their marks when text is copied from a document. Without its heading, the idea is read as part of the one above, or not at all.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

Show how long a transfer will take
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
● Description: Nobody knows whether to wait.
● Recommended Skills: Go
● Mentor(s): Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      good: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Show how long a transfer will take
- Description: Nobody knows whether to wait.
- Recommended Skills: Go
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(file) {
    for (const { title } of headlessIdeasOf(file))
      yield {
        span: title,
        message: l10n.t`${quote(file.text.slice(title.start, title.end))} and the fields below it look like an idea without a heading.`,
      }
  },
})
