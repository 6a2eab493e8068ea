import type { IdeaFile, Project } from '../../model/types.ts'

/** The group that is the list itself, `# GSoC 2026 ideas` above all ideas of a list whose schema was learned; null if there is none. */
export function titleProject({
  template,
  projects,
  headings,
}: Pick<IdeaFile, 'template' | 'projects' | 'headings'>): Project | null {
  const [project, ...others] = projects
  const heading = project?.heading
  const isTitle = template.learned && others.length === 0 && heading?.heading.level === 1 && heading.at === headings[0]?.at
  return isTitle && project ? project : null
}
