import * as l10n from '@vscode/l10n'
import { removeTocEntry } from '../editing/toc/removeEntry.ts'
import type { Heading, IdeaFile, PlacedHeading, PlacedIdea } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import { shift } from '../text/span.ts'
import { nextLineStart } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule } from './rule.ts'
import { insertRequiredFields } from './shared/insertField.ts'

/** Removes the heading and the blank lines after it; keeps a comment below it. */
function emptyIdeaHeadingRemoval({ text }: IdeaFile, at: number, end: number): Edit {
  const blankLines = /^(?:[ \t]*\r?\n)+|^\s*$/.exec(text.slice(end))
  const to = end + (blankLines?.[0].length ?? 0)
  // removes the blank lines above at the end of the text, so that it ends as before
  const from = to < text.length ? at : Math.min(at, nextLineStart(text, text.slice(0, at).trimEnd().length))
  return { span: { start: from, end: to }, newText: '' }
}

/** Rule `empty-idea`. Reported in place of every missing field. */
export const emptyIdea = defineFileRule({
  code: 'empty-idea',
  severity: 'error',
  fix: 'review',
  summary: 'An idea heading has nothing under it.',
  why: 'A title alone is not an idea: nobody can apply for it, and the program will send it back.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
      fixed: `
### Harbor

#### Resume broken transfers at the edge

- Description:
- Recommended Skills:
- Mentor(s):
  - Name (@handle)
- Issue:

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      good: `
### Harbor

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(file) {
    for (const { ideas } of file.projects) {
      for (const placed of ideas) {
        const { idea, at } = placed
        const { heading } = idea
        if (heading === null || !idea.empty) continue
        yield {
          span: shift(heading.textSpan, at),
          message: l10n.t`${quote(heading.text)} has a title but no fields.`,
          fixes: (now) => [
            ...insertRequiredFields(now, idea, at),
            { title: l10n.t('Remove this heading'), kind: 'review', edits: emptyIdeaRemoval(now, heading, placed) },
          ],
        }
      }
    }
  },
})

function emptyIdeaRemoval(file: IdeaFile, heading: Heading, { at, anchor }: Omit<PlacedIdea, 'idea'>): readonly Edit[] {
  const placed: PlacedHeading = { heading, at, anchor: anchor ?? '' }
  return [emptyIdeaHeadingRemoval(file, at, at + heading.span.end), ...removeTocEntry(file, placed)]
}
