import * as l10n from '@vscode/l10n'
import { headingText } from '../../editing/headingText.ts'
import type { PastedField } from '../../editing/pasted/pastedValue.ts'
import { projectContentEnd } from '../../editing/projectSections.ts'
import { formatSize } from '../../editing/sizeText.ts'
import { betweenTocMarkers } from '../../editing/toc/insertToc.ts'
import { entryTarget, entryText } from '../../editing/toc/tocText.ts'
import { profileByPath } from '../../model/profiles/profiles.ts'
import { programmeOf } from '../../model/profiles/programmePath.ts'
import type { FieldSpec, IdeaFile, Profile } from '../../model/types.ts'
import { applyEdits } from '../../text/edits.ts'
import { eolOf, lineEnd } from '../../text/textLines.ts'
import { fieldParts } from './ideaFieldParts.ts'
import { type Plan, planInsertion, type ReadEditedText, type Refusal } from './plan.ts'
import { finalCursor, plainInsertion, type SnippetInsertion } from './snippet.ts'

/** A project and its first idea. */
export interface NewListIdea {
  readonly project: string
  readonly title: string
  /** The programme that the author chose; by default the path's. */
  readonly profile?: Profile
  /** What its fields contain. */
  readonly values?: readonly PastedField[]
}

const sectionMarks = '##'

/** Heading levels if a profile has none. */
const defaultLevels = { project: 3, idea: 4 }

/** `###` and `####`: the marks of a project's and an idea's heading. */
function newListHeadingMarks({ projectLevel, ideaLevel }: Profile): {
  readonly projectMarks: string
  readonly ideaMarks: string
} {
  const idea = ideaLevel ?? (projectLevel === null ? defaultLevels.idea : projectLevel + 1)
  const project = projectLevel ?? (ideaLevel === null ? defaultLevels.project : Math.max(1, ideaLevel - 1))
  return { projectMarks: '#'.repeat(project), ideaMarks: '#'.repeat(idea) }
}

/** Whether a file is a list only because the configuration says so: it has no project, template or table of contents yet. */
export const isEmptyClaimedList = ({ claimed, projects, templateSpan, toc }: IdeaFile): boolean =>
  claimed && projects.length === 0 && templateSpan === null && toc === null

/**
 * Plans a list at the end of a file that is not one: title, table of contents if the programme has one, template, one idea. A list that
 * the configuration claims gets no template, as the configuration defines its format.
 */
export function planNewList(file: IdeaFile, { profile: chosen, ...first }: NewListIdea, read: ReadEditedText): Plan | Refusal {
  if (file.unread.length > 0) return { refusal: l10n.t('This file is too large.') }
  const profile = chosen ?? (file.claimed ? file.profile : profileByPath(file.path))
  if (profile === null) return { refusal: l10n.t('Choose a program for the new list.') }
  const readWith = (insertion: SnippetInsertion): IdeaFile => read(applyEdits(file.text, [plainInsertion(insertion)]))
  // the headings, and so the rows, are the same with and without a table of contents
  const withoutToc = readWith(composeNewList(file, profile, first, []))
  const insertion = composeNewList(file, profile, first, profile.toc ? newListTocRows(withoutToc) : [])
  const { templateSpan, projects } = readWith(insertion)
  const [project, ...others] = projects
  if ((templateSpan === null && !file.claimed) || others.length > 0 || project?.heading == null || project.ideas.length !== 1) {
    return { refusal: l10n.t('Could not create a list here. Check for an unclosed code block or comment.') }
  }
  return planInsertion(file.text, insertion, [])
}

/** `- [Project](#project)`, `  - [Title](#title)`. */
function newListTocRows(file: IdeaFile): readonly string[] {
  const link = (at: number): string => {
    const placed = file.headings.find((heading) => heading.at === at)
    return placed && placed.anchor !== '' ? `[${entryText(file, placed)}](${entryTarget(placed)})` : ''
  }
  const rows = file.projects.flatMap(({ heading, ideas }) => [
    ...(heading ? [{ indent: '', text: link(heading.at) }] : []),
    ...ideas.map(({ at }) => ({ indent: '  ', text: link(at) })),
  ])
  return rows.filter(({ text }) => text !== '').map(({ indent, text }) => `${indent}- ${text}`)
}

function composeNewList(
  file: IdeaFile,
  profile: Profile,
  { project, title, values }: Omit<NewListIdea, 'profile'>,
  toc: readonly string[],
): SnippetInsertion {
  const { text } = file
  const { projectMarks, ideaMarks } = newListHeadingMarks(profile)
  const eol = eolOf(text)
  const end = lineEnd(text, projectContentEnd(text, text.length))
  const isEmpty = text.slice(0, end).replace('\ufeff', '').trim() === ''
  const blocks = [
    ...(isEmpty ? [[`# ${newListTitle(file.path, profile)}`]] : []),
    ...(toc.length > 0 ? [betweenTocMarkers(toc, profile)] : []),
    ...(file.claimed ? [] : [[`${sectionMarks} Template`], newListTemplate(profile), [`${sectionMarks} Ideas`]]),
    [`${projectMarks} ${headingText(project)}`],
    [`${ideaMarks} ${headingText(title)}`, ''],
  ].map((lines) => lines.join(eol))
  const fields = fieldParts({
    example: null,
    template: file.claimed ? profile : { ...profile, samples: sampleMentors },
    fields: profile.fields,
    eol,
    project: profile.cncfProjects ? project : null,
    inline: profile.mentorsOnOneLine,
    values,
  })
  const at = isEmpty ? Math.min(text.length, text.startsWith('\ufeff') ? 1 : 0) : end
  const hasEol = /[\r\n]/.test(text.slice(at))
  return {
    at,
    parts: [`${isEmpty ? '' : eol + eol}${blocks.join(eol + eol)}${eol}`, ...fields, finalCursor, hasEol ? '' : eol],
  }
}

/** The title of a list in a file without one: `GSoC 2026`. */
function newListTitle(path: string, { programme }: Profile): string {
  const { label, term, year } = programmeOf(path)
  if (term.startsWith('file/')) return year === null ? programme : `${programme} ${year}`
  return `${programme} ${label.replace(/^\w+ /, '')}`
}

const samplePeople = [
  { name: 'Jane Doe', handle: 'jane-doe', email: 'jane@example.com' },
  { name: 'John Doe', handle: 'john-doe', email: 'john@example.com' },
]

const sampleMentors = {
  headings: [],
  names: samplePeople.map(({ name }) => name),
  handles: samplePeople.map(({ handle }) => handle),
  notes: [],
  values: [],
  mentors: samplePeople.map(({ name, handle, email }) => `${name} (@${handle}, ${email})`),
  sizes: [],
}

/** The programme's format as the template of the file, in a fence; read again, it asks for the same fields. */
function newListTemplate(profile: Profile): readonly string[] {
  const { projectMarks, ideaMarks } = newListHeadingMarks(profile)
  const line = (spec: FieldSpec): readonly string[] => {
    if (spec.key === 'size') return [`- ${spec.label}: ${newListSizeNote(profile)}`.trimEnd()]
    if (spec.key !== 'mentors') return [`- ${spec.label}:`]
    const { min, advised, email, primary } = profile.mentors
    const entries = samplePeople
      .slice(0, Math.max(min, advised))
      .map(({ name, handle, email: address }) => `${name} (@${handle}${email ? `, ${address}` : ''})`)
    if (profile.mentorsOnOneLine) return [`- ${spec.label}: ${entries.join(', ')}`]
    const note = min > 1 ? ` # at least ${min} mentors` : ''
    return [
      `- ${spec.label}:${note}`,
      ...entries.map((entry, index) => `  - ${entry}${primary && index === 0 ? ' - primary' : ''}`),
    ]
  }
  return ['```', `${projectMarks} Project name`, '', `${ideaMarks} Idea title`, '', ...profile.fields.flatMap(line), '```']
}

/** `# one of small, medium, large`. */
const newListSizeNote = (profile: Profile): string =>
  profile.sizes.length === 0
    ? ''
    : `# one of ${profile.sizes.map(({ word, hours }) => (word ? formatSize(word, profile) : `${hours} hours`)).join(', ')}`
