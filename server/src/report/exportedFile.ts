import { ideaIntroduction } from '../editing/learned/frontMatterIdeaText.ts'
import { exampleIdeaOffsets } from '../editing/years/exampleMark.ts'
import { isWebLink } from '../model/blocks/links.ts'
import { fieldMarkdown, isFieldOfIdea } from '../model/fields/fieldMarkdown.ts'
import { namedProjects } from '../model/outline/namedProjects.ts'
import type { Idea, IdeaFile, PlacedIdea, Size, Template } from '../model/types.ts'
import { summarizedProgramme } from '../workspace/listSummary.ts'
import { findingLineIndex } from './findings.ts'
import type { ExportedFile, ExportedIdea } from './schema.ts'

/** The model of a list for export, without ideas that only show its form; lines are 1-based. */
export function exportedFile(path: string, file: IdeaFile): ExportedFile {
  const lines = findingLineIndex(file.text)
  const lineAt = (offset: number): number => lines.positionAt(offset).line + 1
  const examples = exampleIdeaOffsets(file)
  const { label, year, term } = summarizedProgramme(file)
  return {
    path,
    name: label,
    profile: file.profile.id,
    term: term.startsWith('file/') && !file.claimed ? null : label,
    year,
    ideaLevel: file.ideaLevel,
    projects: namedProjects(file).map(({ name, nameSpan, project, ideas }) => ({
      name,
      line: lineAt(nameSpan?.start ?? project.span.start),
      ideas: ideas.filter(({ at }) => !examples.has(at)).map((idea) => exportedFileIdea(idea, file, lineAt)),
    })),
  }
}

/** The start of an idea's heading, otherwise of its first field. */
const exportedFileIdeaStart = ({ heading, fields }: Idea): number => heading?.span.start ?? fields[0]?.span.start ?? 0

function exportedFileIdea(placed: PlacedIdea, file: IdeaFile, lineAt: (offset: number) => number): ExportedIdea {
  const { template, text } = file
  const { idea, at, anchor } = placed
  const own = text.slice(at, at + idea.length)
  return {
    title: idea.heading?.text ?? null,
    line: lineAt(at + exportedFileIdeaStart(idea)),
    anchor,
    size: idea.size === null ? null : exportedFileSize(idea.size, template),
    text: ideaIntroduction(file, placed),
    fields: idea.fields
      .filter((field) => isFieldOfIdea(file, field))
      .map((field) => ({
        key: field.key,
        label: field.label,
        line: lineAt(at + field.labelSpan.start),
        text: fieldMarkdown(own, idea, field),
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
