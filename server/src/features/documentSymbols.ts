import * as l10n from '@vscode/l10n'
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types'
import { fieldNodeSpan, ideaNodeSpan } from '../model/nodeAt.ts'
import { namedProjects } from '../model/outline/namedProjects.ts'
import type { Field, IdeaFile, PlacedIdea, Project } from '../model/types.ts'
import type { LineIndex } from '../text/lineIndex.ts'
import { clampSpan, type Span, shift, trimTrailingWhitespace } from '../text/span.ts'
import { pluralizeAny } from '../text/wording.ts'
import { toLspRange } from './toLspRange.ts'

/** The outline: projects, their ideas, and the fields of each idea. */
export const documentSymbols = (file: IdeaFile, lines: LineIndex): DocumentSymbol[] =>
  file.projects
    .flatMap((project) => (project.heading ? [project] : headlessProjects(file, project)))
    .map((project) => projectSymbol(project, file.text, lines))

/** The projects of ideas below no heading: those that the ideas name, such as `project: Anchor` in front matter. */
const headlessProjects = (file: IdeaFile, project: Project): readonly Project[] => {
  const groups = namedProjects(file).filter((each) => each.project === project)
  return groups.map(({ name, ideas }, index) => ({
    ...project,
    name: name || project.name,
    ideas,
    span: {
      start: index === 0 ? project.span.start : ideas[0]!.at,
      end: index === groups.length - 1 ? project.span.end : groups[index + 1]!.ideas[0]!.at,
    },
  }))
}

/** The same outline for clients without support for a tree. */
export const flatSymbols = (file: IdeaFile, lines: LineIndex, uri: string): SymbolInformation[] =>
  documentSymbols(file, lines).flatMap((symbol) => flattenSymbol(symbol, uri))

function flattenSymbol(symbol: DocumentSymbol, uri: string, containerName?: string): SymbolInformation[] {
  const { name, kind, range, children = [] } = symbol
  const flat = { name, kind, location: { uri, range }, ...(containerName && { containerName }) }
  return [flat, ...children.flatMap((child) => flattenSymbol(child, uri, name))]
}

function projectSymbol(project: Project, text: string, lines: LineIndex): DocumentSymbol {
  const { heading, ideas } = project
  const name = heading?.heading.text || project.name || l10n.t('Ideas without a project')
  const selection = heading ? shift(heading.heading.textSpan, heading.at) : null
  return {
    ...newDocumentSymbol(name, SymbolKind.Package, trimTrailingWhitespace(text, project.span), selection, lines),
    detail: pluralizeAny(ideas.length, 'idea'),
    children: ideas.map((idea) => ideaSymbol(idea, text, lines)),
  }
}

function ideaSymbol(placed: PlacedIdea, text: string, lines: LineIndex): DocumentSymbol {
  const { heading, fields, mentors, size } = placed.idea
  const selection = heading && shift(heading.textSpan, placed.at)
  const hours = size?.hours ? `${size.hours} h` : ''
  return {
    ...newDocumentSymbol(
      heading?.text || l10n.t('Untitled idea'),
      SymbolKind.Class,
      trimTrailingWhitespace(text, ideaNodeSpan(placed)),
      selection,
      lines,
    ),
    detail: [size?.word ?? hours, pluralizeAny(mentors.length, 'mentor')].filter(Boolean).join(' · '),
    children: fields.map((field) => fieldSymbol(field, placed, text, lines)),
  }
}

function fieldSymbol(field: Field, placed: PlacedIdea, text: string, lines: LineIndex): DocumentSymbol {
  const span = trimTrailingWhitespace(text, shift(fieldNodeSpan(field), placed.at))
  const detail = fieldSymbolDetail(field, placed)
  return {
    ...newDocumentSymbol(field.label || field.key, SymbolKind.Field, span, shift(field.labelSpan, placed.at), lines),
    ...(detail && { detail }),
  }
}

function fieldSymbolDetail(field: Field, { idea }: PlacedIdea): string {
  if (field.key === 'mentors') return pluralizeAny(idea.mentors.length, 'mentor')
  if (field.key === 'recommendedSkills') return pluralizeAny(idea.skills.length, 'skill')
  if (field.key === 'size') return [idea.size?.word, idea.size?.hours && `${idea.size.hours} h`].filter(Boolean).join(' · ')
  return ''
}

/** `selection` defaults to the first line of `span`; LSP requires it to be inside. */
function newDocumentSymbol(name: string, kind: SymbolKind, span: Span, selection: Span | null, lines: LineIndex): DocumentSymbol {
  const lineEnd = lines.offsetAt({ line: lines.positionAt(span.start).line, character: Number.MAX_SAFE_INTEGER })
  const chosen = clampSpan(selection ?? { start: span.start, end: lineEnd }, span)
  return { name, kind, range: toLspRange(lines, span), selectionRange: toLspRange(lines, chosen) }
}
