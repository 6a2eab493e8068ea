import { isWebLink } from '../model/blocks/links.ts'
import type { Idea, IdeaFile, PlacedIdea, Project, Size, Template } from '../model/types.ts'
import { withoutSharedIndent } from '../text/sharedIndent.ts'
import { summarizedProgramme } from '../workspace/listSummary.ts'
import { findingLineIndex } from './findings.ts'
import type { ExportedFile, ExportedIdea } from './schema.ts'

/** The model of a list for export; lines are 1-based. */
export function exportedFile(path: string, file: IdeaFile): ExportedFile {
  const lines = findingLineIndex(file.text)
  const lineAt = (offset: number): number => lines.positionAt(offset).line + 1
  const { label, year, term } = summarizedProgramme(file)
  return {
    path,
    profile: file.profile.id,
    term: term.startsWith('file/') && !file.claimed ? null : label,
    year,
    ideaLevel: file.ideaLevel,
    projects: file.projects.map((project) => ({
      name: project.name,
      line: lineAt(exportedFileProjectStart(project)),
      ideas: project.ideas.map((idea) => exportedFileIdea(idea, file, lineAt)),
    })),
  }
}

const exportedFileProjectStart = (project: Project): number =>
  project.heading === null ? project.span.start : project.heading.at + project.heading.heading.span.start

/** The start of an idea's heading, otherwise of its first field. */
const exportedFileIdeaStart = ({ heading, fields }: Idea): number => heading?.span.start ?? fields[0]?.span.start ?? 0

function exportedFileIdea(placed: PlacedIdea, { template, text }: IdeaFile, lineAt: (offset: number) => number): ExportedIdea {
  const { idea, at, anchor } = placed
  return {
    title: idea.heading?.text ?? null,
    line: lineAt(at + exportedFileIdeaStart(idea)),
    anchor,
    size: idea.size === null ? null : exportedFileSize(idea.size, template),
    text: exportedFileIntroduction(placed, text),
    fields: idea.fields.map(({ key, label, labelSpan, valueSpan }) => ({
      key,
      label,
      line: lineAt(at + labelSpan.start),
      text: withoutSharedIndent(text.slice(at + valueSpan.start, at + valueSpan.end)),
    })),
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

function exportedFileSize({ word, hours }: Size, template: Template): string | null {
  const hasWords = template.sizes.some((size) => size.word !== null)
  return word ?? (hours !== null && !hasWords ? `${hours} hours` : null)
}

/** The Markdown between an idea's heading and its first field; empty for a row of a table. */
function exportedFileIntroduction({ idea, at, anchor }: PlacedIdea, text: string): string {
  if (idea.heading === null || anchor === null) return ''
  const { end } = idea.heading.span
  const first = idea.fields.reduce((start, { span }) => Math.min(start, span.start), idea.length)
  const before = text.slice(at + end, at + Math.max(first, end))
  // the marks before a label are the field's: `- `, `- 🧩 `, `#### `
  const marks = /(?:^|[\r\n])[^\p{L}\p{N}\r\n]{0,40}$/u.exec(before)
  return withoutSharedIndent((marks && first < idea.length ? before.slice(0, marks.index) : before).trim())
}
