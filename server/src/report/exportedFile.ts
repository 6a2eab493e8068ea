import { isWebLink } from '../model/blocks/links.ts'
import type { Idea, IdeaFile, PlacedIdea, Project, Size, Template } from '../model/types.ts'
import { findingLineIndex } from './findings.ts'
import type { ExportedFile, ExportedIdea } from './schema.ts'

/** The model of a list for export; lines are 1-based. */
export function exportedFile(path: string, file: IdeaFile): ExportedFile {
  const lines = findingLineIndex(file.text)
  const lineAt = (offset: number): number => lines.positionAt(offset).line + 1
  return {
    path,
    profile: file.profile.id,
    ideaLevel: file.ideaLevel,
    projects: file.projects.map((project) => ({
      name: project.name,
      line: lineAt(exportedProjectStart(project)),
      ideas: project.ideas.map((idea) => exportedIdea(idea, file.template, lineAt)),
    })),
  }
}

const exportedProjectStart = (project: Project): number =>
  project.heading === null ? project.span.start : project.heading.at + project.heading.heading.span.start

/** The start of an idea's heading, otherwise of its first field. */
const exportedIdeaStart = ({ heading, fields }: Idea): number => heading?.span.start ?? fields[0]?.span.start ?? 0

function exportedIdea({ idea, at }: PlacedIdea, template: Template, lineAt: (offset: number) => number): ExportedIdea {
  return {
    title: idea.heading?.text ?? null,
    line: lineAt(at + exportedIdeaStart(idea)),
    size: idea.size === null ? null : exportedSize(idea.size, template),
    fields: idea.fields.map(({ key, label, labelSpan }) => ({ key, label, line: lineAt(at + labelSpan.start) })),
    mentors: idea.mentors.map(({ name, handle, email, primary, span }) => ({
      name,
      handle,
      email,
      primary,
      line: lineAt(at + span.start),
    })),
    upstream: [...new Set(idea.upstream.map((link) => link.url).filter(isWebLink))],
    lfxUrl: idea.lfx?.url ?? null,
    skills: idea.skills.map((skill) => skill.name),
  }
}

function exportedSize({ word, hours }: Size, template: Template): string | null {
  const hasWords = template.sizes.some((size) => size.word !== null)
  return word ?? (hours !== null && !hasWords ? `${hours} hours` : null)
}
