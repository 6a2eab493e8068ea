import { isWeb } from '../model/links.ts'
import type { Idea, IdeaFile, PlacedIdea, Project, Size, Template } from '../model/types.ts'
import type { Finding } from '../rules/rule.ts'
import { harmless } from '../text/harmless.ts'
import { linesOf } from './check.ts'
import type { Io } from './io.ts'
import { readLists } from './lists.ts'
import type { ExportedFile, ExportedIdea, ExportReport } from './schema.ts'
import { fromHere, type Setup } from './setup.ts'

/** What an export comes to; `failed` tells whether a path could not be read (said on stderr, as is a named file that is no list). */
export interface Exported {
  readonly report: ExportReport
  readonly failed: boolean
}

/** The model of the lists that these paths name, read as their project files say; what is wrong with those is said on stderr. */
export async function exportLists(paths: readonly string[], setup: Setup, io: Io): Promise<Exported> {
  const files: ExportedFile[] = []
  let failed = false
  for await (const outcome of readLists(paths, setup, io)) {
    if (outcome.kind === 'list') files.push(exported(outcome.path, outcome.file))
    else if (outcome.kind === 'failure') io.stderr(`idea-files: ${harmless(outcome.path)}: ${outcome.message}\n`)
    else if (outcome.kind === 'other' && outcome.named) io.stderr(`idea-files: ${harmless(outcome.path)} is no idea list\n`)
    failed ||= outcome.kind === 'failure'
  }
  for (const { path, message } of setup.failures()) io.stderr(`idea-files: ${fromHere(path, io)}: ${message}\n`)
  for (const { path, text, findings } of setup.used()) {
    const lines = linesOf(text)
    const place = ({ span }: Finding): string => {
      const { line, character } = lines.positionAt(span.start)
      return `${fromHere(path, io)}:${line + 1}:${character + 1}`
    }
    for (const finding of findings) io.stderr(`idea-files: ${place(finding)}: ${finding.message}\n`)
  }
  return { report: { files }, failed: failed || setup.failures().length > 0 }
}

function exported(path: string, file: IdeaFile): ExportedFile {
  const lines = linesOf(file.text)
  const lineAt = (offset: number): number => lines.positionAt(offset).line + 1
  return {
    path,
    profile: file.profile.id,
    ideaLevel: file.ideaLevel,
    projects: file.projects.map((project) => ({
      name: project.name,
      line: lineAt(startOf(project)),
      ideas: project.ideas.map((idea) => exportedIdea(idea, file.template, lineAt)),
    })),
  }
}

const startOf = (project: Project): number =>
  project.heading === null ? project.span.start : project.heading.at + project.heading.heading.span.start

/** Where an idea begins: its heading, else its first field. */
const beginOf = ({ heading, fields }: Idea): number => heading?.span.start ?? fields[0]?.span.start ?? 0

function exportedIdea({ idea, at }: PlacedIdea, template: Template, lineAt: (offset: number) => number): ExportedIdea {
  return {
    title: idea.heading?.text ?? null,
    line: lineAt(at + beginOf(idea)),
    size: idea.size === null ? null : sizeOf(idea.size, template),
    fields: idea.fields.map(({ key, label, labelSpan }) => ({ key, label, line: lineAt(at + labelSpan.start) })),
    mentors: idea.mentors.map(({ name, handle, email, primary, span }) => ({
      name,
      handle,
      email,
      primary,
      line: lineAt(at + span.start),
    })),
    upstream: [...new Set(idea.upstream.map((link) => link.url).filter(isWeb))],
    lfxUrl: idea.lfx?.url ?? null,
    skills: idea.skills.map((skill) => skill.name),
  }
}

function sizeOf({ word, hours }: Size, template: Template): string | null {
  const hasWords = template.sizes.some((size) => size.word !== null)
  return word ?? (hours !== null && !hasWords ? `${hours} hours` : null)
}
