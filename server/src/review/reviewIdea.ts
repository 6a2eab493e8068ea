import * as l10n from '@vscode/l10n'
import type { IdeaFile, PlacedIdea, Project } from '../model/types.ts'
import type { Github } from '../network/github.ts'
import type { Finding } from '../rules/rule.ts'
import { phrase } from '../text/phrase.ts'
import { type Maintainers, maintainersPoint } from './maintainers.ts'
import { offlinePoints } from './offlinePoints.ts'
import { onlinePoints, pointsWithoutNetwork } from './onlinePoints.ts'
import type { IdeaReview } from './reviewPoint.ts'

/** What a review may ask besides the list. */
export interface ReviewSources {
  readonly findings: readonly Finding[]
  /** Null if the network is not asked. */
  readonly github: Github | null
  readonly maintainers: Maintainers | null
}

/** Reviews an idea; `line` is its 1-based line. */
export async function reviewIdea(
  file: IdeaFile,
  { project, idea, line }: { readonly project: Project; readonly idea: PlacedIdea; readonly line: number },
  { findings, github, maintainers }: ReviewSources,
): Promise<IdeaReview> {
  const online = github === null ? pointsWithoutNetwork(phrase('GitHub was not asked')) : await onlinePoints(idea.idea, github)
  return {
    title: idea.idea.heading?.text ?? l10n.t('Untitled idea'),
    project: project.name,
    line,
    points: [...offlinePoints(file, idea, findings), ...online, maintainersPoint(idea.idea, project.name, maintainers)],
  }
}
