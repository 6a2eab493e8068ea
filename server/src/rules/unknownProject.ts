import * as l10n from '@vscode/l10n'
import { nearProjectName, qualifiesProject } from '../catalog/knownProjects.ts'
import { renameInHeading } from '../editing/renameInHeading.ts'
import type { IdeaFile, PlacedHeading } from '../model/types.ts'
import { projectFileName } from '../protocol/protocol.ts'
import { shift } from '../text/span.ts'
import { quote, truncate } from '../text/wording.ts'
import { defineFileRule, type Fix } from './rule.ts'

/** A list of at least this many projects, none of them known, is not a list of CNCF projects. */
const minProjects = 3

/** Rule `unknown-project`. One or two words after a project's name may name a part of it. */
export const unknownProject = defineFileRule({
  code: 'unknown-project',
  severity: 'warning',
  fix: 'review',
  variations: [{ where: 'no known name is similar', fix: 'none' }],
  summary: 'A project heading does not match any known CNCF project, subproject, working group, SIG or TAG.',
  why: 'The program accepts ideas only for its own projects, and contributors look for a project by name.',
  examples: [
    {
      bad: `
### Promethues
    ^^^^^^^^^^

#### Show how a query was planned
- Description: A slow query should tell where its time went.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
      fixed: `
### Prometheus

#### Show how a query was planned
- Description: A slow query should tell where its time went.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      good: `
### Prometheus and Jaeger

#### Show how a query was planned
- Description: A slow query should tell where its time went.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  *check(file) {
    for (const { heading: placed } of file.projects) {
      if (placed === null || placed.heading.text !== '' || placed.heading.imageText === undefined) continue
      const message = l10n.t("The project's heading is only an image, so it has no anchor. Write the project's name as text.")
      yield { span: shift(placed.heading.textSpan, placed.at), message }
    }
    const { cncfProjects, programme } = file.profile
    // a programme without named projects accepts ideas of any project
    if (!cncfProjects && file.ownProjects.size === 0) return
    const headings = file.projects.flatMap(({ heading }): readonly PlacedHeading[] => (heading ? [heading] : []))
    const unknown = headings.filter(({ heading }) => heading.text !== '' && !file.knowsProject(heading.text))
    const foreign = unknown.length === headings.length && headings.length >= minProjects
    for (const placed of unknown) {
      const { text, textSpan } = placed.heading
      const span = shift(textSpan, placed.at)
      const near = nearProjectName(text, file.ownProjects, cncfProjects)
      if (near !== null) {
        const { written, proper } = near
        const message = cncfProjects
          ? l10n.t`${quote(text)} is not a known CNCF project. Did you mean ${quote(proper)}?`
          : l10n.t`${quote(text)} is not a known project of ${truncate(programme)}. Did you mean ${quote(proper)}?`
        const fixes = (now: IdeaFile): readonly Fix[] => [
          { title: l10n.t`Change to "${proper}"`, kind: 'review', edits: renameInHeading(now, placed, written, proper) },
        ]
        yield { span, message, ...(file.headingSource(placed).includes(written) && { fixes }) }
      } else if (!foreign && !qualifiesProject(text, file.ownProjects)) {
        const message = cncfProjects
          ? l10n.t`${quote(text)} is not a known CNCF project, subproject or group. If it is correct, add it to "projects" in ${projectFileName}.`
          : l10n.t`${quote(text)} is not one of the projects listed for ${truncate(programme)} in ${projectFileName}.`
        yield { span, message }
      }
    }
  },
})
