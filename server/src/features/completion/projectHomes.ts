import type { CatalogProject } from '../../catalog/data.ts'
import { projectKey, projectNamesIn } from '../../catalog/knownProjects.ts'
import { joinedNames } from '../../catalog/nameForms.ts'
import type { IdeaFile, Link, Project } from '../../model/types.ts'
import type { CompletionContext } from './completionContext.ts'

/** Where a project's issues are. */
export interface ProjectHome {
  /** `https://github.com/ORG/REPO/issues/` */
  readonly url: string
  /** `ORG/REPO` */
  readonly repository: string
  /** How many ideas of this project link there. */
  readonly uses: number
  /** Whether it is the project's main repository. */
  readonly main: boolean
}

const repositoryUrl = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?(?:[/?#]|$)/i

/** The repositories of a project: first the catalog's, then those that its ideas link to, in this list and others, the most used first. */
export function projectHomes(file: IdeaFile, { name }: Project, { lists, facts }: CompletionContext): readonly ProjectHome[] {
  const key = projectKey(name)
  const links = [
    ...file.projects
      .filter((each) => projectKey(each.name) === key)
      .flatMap(({ ideas }) => ideas.flatMap(({ idea }) => idea.upstream)),
    ...lists.flatMap((list) => facts(list).ideas.get(key) ?? []).flatMap(({ upstream }) => upstream),
  ]
  const mains = catalogProjects(file, name).flatMap(({ repo }) => (repo === null ? [] : (projectHomeInUrl(repo) ?? [])))
  const mainKeys = new Set(mains.map((main) => main.toLowerCase()))
  const uses = new Map<string, { readonly repository: string; count: number }>()
  for (const repository of [...mains, ...links.flatMap((link) => projectHomeOfIssue(link) ?? [])]) {
    const known = uses.get(repository.toLowerCase()) ?? { repository, count: 0 }
    uses.set(repository.toLowerCase(), { ...known, count: known.count + 1 })
  }
  return [...uses]
    .map(([lower, { repository, count }]) => ({
      url: `https://github.com/${repository}/issues/`,
      repository,
      uses: mainKeys.has(lower) ? count - 1 : count,
      main: mainKeys.has(lower),
    }))
    .sort((a, b) => Number(b.main) - Number(a.main) || b.uses - a.uses)
}

/** The catalog's projects that a heading names, one or several joined; none in a list of other projects. */
function catalogProjects({ profile }: IdeaFile, heading: string): readonly CatalogProject[] {
  if (!profile.cncfProjects) return []
  const whole = projectNamesIn(heading)[0]
  const parts = whole ? [whole] : joinedNames(heading).flatMap((part) => projectNamesIn(part)[0] ?? [])
  return [...new Set(parts.map(({ project }) => project))]
}

function projectHomeInUrl(url: string): string | null {
  const [, owner, name] = repositoryUrl.exec(url) ?? []
  return owner === undefined || name === undefined ? null : `${owner}/${name}`
}

/** The repository of an issue, pull request or discussion on GitHub; null for any other link. */
const projectHomeOfIssue = ({ url }: Link): string | null =>
  /\/(?:issues|pull|discussions)\//i.test(url) ? projectHomeInUrl(url) : null
