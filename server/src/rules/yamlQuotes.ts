import * as l10n from '@vscode/l10n'
import { readFrontMatter } from '../model/schema/frontMatterFields.ts'
import { quoteValues } from '../model/schema/yamlQuotes.ts'
import { quote } from '../text/wording.ts'
import { defineTextRule } from './rule.ts'

/** Rule `yaml-quotes`. The rest of the front matter is read as if the value had quotation marks. */
export const yamlQuotes = defineTextRule({
  code: 'yaml-quotes',
  inLearnedLists: true,
  severity: 'error',
  fix: 'safe',
  summary: 'A value of the front matter needs quotation marks.',
  why: 'YAML cannot read it, nor anything else of the front matter: the site leaves the whole idea out.',
  examples: [
    {
      path: 'ideas/resume-broken-transfers.md',
      bad: `---
title: Resume broken transfers
skills: [Go, OCI]
size: medium
mentors:
  - name: Ada Example
    github: @ada-example
            ^^^^^^^^^^^^
---

An edge site loses its link for hours; its registry should catch up by itself.
`,
      fixed: `---
title: Resume broken transfers
skills: [Go, OCI]
size: medium
mentors:
  - name: Ada Example
    github: "@ada-example"
---

An edge site loses its link for hours; its registry should catch up by itself.
`,
    },
    {
      path: 'ideas/resume-broken-transfers.md',
      good: `---
title: Resume broken transfers
skills: [Go, OCI]
size: medium
mentors:
  - name: Ada Example
    github: ada-example
---

An edge site loses its link for hours; its registry should catch up by itself.
`,
    },
  ],
  *check({ text }) {
    for (const span of readFrontMatter(text)?.unquoted ?? []) {
      yield {
        span,
        message: l10n.t`YAML reads ${quote(text.slice(span.start, span.end))} in quotation marks only.`,
        fixes: () => [{ title: l10n.t('Put it in quotation marks'), kind: 'safe', edits: quoteValues(text, [span]) }],
      }
    }
  },
})
