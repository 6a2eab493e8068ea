import * as l10n from '@vscode/l10n'
import { projectFileName } from '../protocol/protocol.ts'
import { lineEnd } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineTextRule } from './rule.ts'

const orchardFile = `
{
  "programs": {
    "orchard": {
      "title": "Orchard Summer",
      "files": ["ideas/*.md"],
      "form": { "label": "**Label**: " },
      "levels": { "project": null, "idea": 2 },
      "fields": [
        { "label": "Goal", "key": "expectedOutcome" },
        { "label": "Mentors", "key": "mentors" }
      ],
      "mentors": { "handle": false }
    }
  }
}
`

/** Rule `no-ideas` (docs/own-programs.md): what the configuration says of a file, and what is in it, do not go together. */
export const noIdeas = defineTextRule({
  code: 'no-ideas',
  severity: 'warning',
  fix: 'none',
  inLearnedLists: true,
  summary: 'A file that belongs to a program of `.idea-files.json` contains no ideas.',
  why: 'Nothing in the file is checked or listed. Either the globs match too many files, or the labels and levels differ from those in the configuration file.',
  examples: [
    {
      path: 'ideas/2031.md',
      projectFile: orchardFile,
      bad: `
# Ideas of 2031
^^^^^^^^^^^^^^^
### Warn before frost

- Outcome: A warning an hour before.
- Contact: Ada Example
`,
    },
    {
      path: 'ideas/2031.md',
      projectFile: orchardFile,
      good: `
# Ideas of 2031

## Warn before frost

**Goal**: A warning an hour before.

**Mentors**: Ada Example
`,
    },
  ],
  *check({ text, claimed, profile, projects, unread }) {
    if (!claimed || unread.length > 0 || text.trim() === '' || projects.some(({ ideas }) => ideas.length > 0)) return
    const start = text.search(/[^\s\ufeff]/)
    const message = l10n.t`This file belongs to ${quote(profile.id)} in ${projectFileName}, but no ideas were found in it.`
    yield { span: { start, end: lineEnd(text, start) }, message }
  },
})
