import type { CatalogProject } from '../../catalog/data.ts'
import { namesIn, projectKey } from '../../catalog/projects.ts'
import { joinedNames } from '../../catalog/spelling.ts'
import type { IdeaFile, Link, Project } from '../../model/types.ts'
import type { CompletionContext } from './context.ts'

/** Where a project's issues are. */
export interface ProjectHome {
  /** `https://github.com/ORG/REPO/issues/` */
  readonly url: string
  readonly repository: string
  /** How many ideas of this project lead there. */
  readonly uses: number
  /** Whether it is the project's main repository. */
  readonly main: boolean
}

const repositoryIn = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?(?:[/?#]|$)/i

/** The repositories of a project: the catalogue's first, then those that its ideas lead to, here and in other lists, the most used first. */
export function projectHomes(file: IdeaFile, { name }: Project, { lists, facts }: CompletionContext): readonly ProjectHome[] {
  const key = projectKey(name)
  const links = [
    ...file.projects
      .filter((each) => projectKey(each.name) === key)
      .flatMap(({ ideas }) => ideas.flatMap(({ idea }) => idea.upstream)),
    ...lists.flatMap((list) => facts(list).ideas.get(key) ?? []).flatMap(({ upstream }) => upstream),
  ]
  const mains = catalogued(file, name).flatMap(({ repo }) => (repo === null ? [] : (repositoryOf(repo) ?? [])))
  const uses = new Map<string, { readonly repository: string; count: number }>()
  for (const repository of [...mains, ...links.flatMap((link) => inIssues(link) ?? [])]) {
    const known = uses.get(repository.toLowerCase()) ?? { repository, count: 0 }
    uses.set(repository.toLowerCase(), { ...known, count: known.count + 1 })
  }
  const isMain = (repository: string): boolean => mains.some((main) => main.toLowerCase() === repository.toLowerCase())
  return [...uses.values()]
    .map(({ repository, count }) => ({
      url: issuesOf(repository),
      repository,
      uses: isMain(repository) ? count - 1 : count,
      main: isMain(repository),
    }))
    .sort((a, b) => Number(b.main) - Number(a.main) || b.uses - a.uses)
}

const issuesOf = (repository: string): string => `https://github.com/${repository}/issues/`

/** The catalogue's projects that a heading names, one or several joined; none in a list of other projects. */
function catalogued({ profile }: IdeaFile, heading: string): readonly CatalogProject[] {
  if (!profile.cncfProjects) return []
  const whole = namesIn(heading)[0]
  const parts = whole ? [whole] : joinedNames(heading).flatMap((part) => namesIn(part)[0] ?? [])
  return [...new Set(parts.map(({ project }) => project))]
}

function repositoryOf(url: string): string | null {
  const [, owner, name] = repositoryIn.exec(url) ?? []
  return owner === undefined || name === undefined ? null : `${owner}/${name}`
}

/** Whose issue a link is; null for what is no issue on GitHub. */
const inIssues = ({ url }: Link): string | null => (/\/(?:issues|pull|discussions)\//i.test(url) ? repositoryOf(url) : null)
