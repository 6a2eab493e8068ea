import * as l10n from '@vscode/l10n'
import { misspelledProjectName } from '../catalog/knownProjects.ts'
import { renameInHeading } from '../editing/renameInHeading.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineFileRule, type Fix } from './rule.ts'

/** Rule `project-name`. Sub-projects may be spelled in any way. */
export const projectName = defineFileRule({
  code: 'project-name',
  severity: 'information',
  fix: 'safe',
  summary: 'A project name differs from the official spelling in capitalization, spaces or hyphens.',
  why: 'Projects care about how their name is written, and searching for the official name does not find other spellings.',
  examples: [
    {
      bad: `
- [Kubearmor](#kubearmor)
- [Litmus Chaos](#litmus-chaos)
- [etcd](#etcd)

### Kubearmor
    ^^^^^^^^^

#### Explain why a call was blocked
- Description: A blocked call should name the policy that forbids it.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### Litmus Chaos
    ^^^^^^^^^^^^

#### Compare two runs
- Description: What got worse should be seen at a glance.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

### etcd
`,
      fixed: `
- [KubeArmor](#kubearmor)
- [LitmusChaos](#litmuschaos)
- [etcd](#etcd)

### KubeArmor

#### Explain why a call was blocked
- Description: A blocked call should name the policy that forbids it.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### LitmusChaos

#### Compare two runs
- Description: What got worse should be seen at a glance.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)

### etcd
`,
    },
    {
      good: `
### The Update Framework

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(file) {
    for (const { heading: placed } of file.projects) {
      if (placed === null) continue
      const { text, textSpan } = placed.heading
      const found = misspelledProjectName(text, file.ownProjects, file.profile.cncfProjects)
      if (found === null) continue
      const { written, proper } = found
      yield {
        span: shift(textSpan, placed.at),
        message: l10n.t`${quote(written)} should be written ${quote(proper)}.`,
        // a name with markup inside is not renamed
        ...(file.headingSource(placed).includes(written) && {
          fixes: (now): readonly Fix[] => [
            { title: l10n.t`Change to "${proper}"`, kind: 'safe', edits: renameInHeading(now, placed, written, proper) },
          ],
        }),
      }
    }
  },
})
