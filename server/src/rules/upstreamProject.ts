import * as l10n from '@vscode/l10n'
import type { CatalogProject } from '../catalog/data.ts'
import { projectNamesIn } from '../catalog/knownProjects.ts'
import { joinedNames, withoutParenthesis } from '../catalog/nameForms.ts'
import { hasRepositoryIn, projectOfRepository } from '../catalog/repositories.ts'
import { squashed } from '../catalog/spelling.ts'

import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { FileRuleIdea, FileRuleProject, PlacedFileRuleIdea } from './fileRuleInput.ts'
import { defineFileRule, type FileReport } from './rule.ts'

/** The projects of the catalog that a heading names; none for groups and unknown names. */
function upstreamHeadingProjects(heading: string): readonly CatalogProject[] {
  const whole = projectNamesIn(heading)
  const names = whole.length > 0 ? whole : joinedNames(heading).flatMap(projectNamesIn)
  return [...new Set(names.map(({ project }) => project))]
}

/** Whether two projects are related: one is a sub-project of the other, or the repository's owner is the project's organization. */
const isRelatedUpstreamProject = (own: CatalogProject, other: CatalogProject, owner: string): boolean =>
  own === other || own.subprojects.includes(other.name) || other.subprojects.includes(own.name) || hasRepositoryIn(own, owner)

/** Names shorter than this occur in too many repository names. */
const minTellingLength = 4

/** Whether a repository in another organization is named after a project: `theupdateframework/notary`. */
const isUpstreamNamedAfter = ({ name, aliases, subprojects }: CatalogProject, repository: string | null): boolean => {
  const own = squashed(repository?.slice(repository.indexOf('/') + 1) ?? '')
  return [name, ...aliases, ...subprojects]
    .map((each) => squashed(withoutParenthesis(each)))
    .some((each) => each.length >= minTellingLength && own.includes(each))
}

/** The first upstream link into another project, as [link index, project]; null if any link belongs to this project. */
function foreignUpstreamProject(
  { keys }: FileRuleIdea,
  heading: string,
  own: () => readonly CatalogProject[],
): readonly [number, CatalogProject] | null {
  let found: readonly [number, CatalogProject] | null = null
  for (let index = 0; index < keys.upstream.length; index++) {
    const { owner, repository } = keys.upstream[index]!
    const other = owner === null ? null : projectOfRepository(owner, repository)
    if (owner === null || other === null) continue
    // most headings are spelled as in the catalog
    if (
      other.name === heading ||
      own().some((project) => isRelatedUpstreamProject(project, other, owner) || isUpstreamNamedAfter(project, repository))
    )
      return null
    found ??= [index, other]
  }
  return found
}

function* checkUpstreamProject({ name, ideas }: FileRuleProject): Iterable<FileReport> {
  let named: readonly CatalogProject[] | null = null
  const own = (): readonly CatalogProject[] => {
    named ??= upstreamHeadingProjects(name)
    return named
  }
  for (const placed of ideas) {
    const found = foreignUpstreamProject(placed.idea, name, own)
    if (found !== null && own().length > 0) yield foreignIssueReport(placed, found, name)
  }
}

function foreignIssueReport(
  { idea, at }: PlacedFileRuleIdea,
  [index, other]: readonly [number, CatalogProject],
  name: string,
): FileReport {
  const link = idea.upstream[index]!
  const message = l10n.t`${quote(link.url)} is in a repository of ${other.name}, but this idea is under ${quote(name)}.`
  return { span: shift(link.span, at), message }
}

/** Rule `upstream-project`. Ignores headings that are not in the catalog, and shared organizations. */
export const upstreamProject = defineFileRule({
  code: 'upstream-project',
  severity: 'information',
  fix: 'none',
  summary: "The upstream issue is in another project's repository.",
  why: 'Either the issue was copied from another idea or the idea is under the wrong heading; contributors end up with the wrong maintainers.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/linkerd/linkerd2/issues/1
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
    },
    {
      good: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    },
  ],
  *check(file) {
    if (!file.profile.cncfProjects) return
    for (const project of file.projects) if (project.heading !== null) yield* checkUpstreamProject(project)
  },
})
