import { contentEnd } from '../../editing/projectSections.ts'
import { formatSize } from '../../editing/sizeText.ts'
import { betweenMarkers } from '../../editing/toc/insertToc.ts'
import { entryTarget, entryText } from '../../editing/toc/tocText.ts'
import { profileByPath } from '../../model/profiles/profiles.ts'
import { programmeOf } from '../../model/profiles/programmePath.ts'
import type { FieldSpec, IdeaFile, Profile } from '../../model/types.ts'
import { applyEdits } from '../../text/edits.ts'
import { eolOf, lineEnd } from '../../text/textLines.ts'
import { headingText } from './headingText.ts'
import { fieldPieces } from './ideaTemplate.ts'
import { buildPlan, type Insertion, type PlanResult, type Read, toEdit } from './plannedEdit.ts'
import { cursorEnd } from './snippet.ts'

/** A project and its first idea. */
export interface NewListIdea {
  readonly project: string
  readonly title: string
  /** As the author says; else as the path does. */
  readonly profile: Profile | undefined
}

const sectionMark = '##'

/** Where a profile names no levels. */
const usualLevels = { project: 3, idea: 4 }

/** The marks of a project's and an idea's heading. */
function marksOf({ projectLevel, ideaLevel }: Profile): { readonly projectMark: string; readonly ideaMark: string } {
  const idea = ideaLevel ?? (projectLevel === null ? usualLevels.idea : projectLevel + 1)
  const project = projectLevel ?? (ideaLevel === null ? usualLevels.project : Math.max(1, ideaLevel - 1))
  return { projectMark: '#'.repeat(project), ideaMark: '#'.repeat(idea) }
}

/** Whether the configuration calls a file a list in which nobody has written a project, a template or a table yet. */
export const isEmptyClaimedList = ({ claimed, projects, templateSpan, toc }: IdeaFile): boolean =>
  claimed && projects.length === 0 && templateSpan === null && toc === null

/**
 * Plans a list at the end of a file that is none: its title, a table of contents where the programme asks for one, its template, one
 * idea. A list that the configuration claims needs no template: its form is there.
 */
export function planNewList(file: IdeaFile, { profile: named, ...first }: NewListIdea, read: Read): PlanResult {
  if (file.unread.length > 0) return { refusal: 'This file is too long to be read as an idea list.' }
  const profile = named ?? (file.claimed ? file.profile : profileByPath(file.path))
  if (profile === null) return { refusal: 'This file is no idea list yet, and no programme was chosen for it.' }
  const insertionWith = (toc: readonly string[]): Insertion => insertionOf(file, profile, first, toc)
  const readWith = (insertion: Insertion): IdeaFile => read(applyEdits(file.text, [toEdit(insertion)]))
  // what the table says does not change what it is about
  const plain = readWith(insertionWith([]))
  const insertion = insertionWith(profile.toc ? tocRows(plain) : [])
  const { templateSpan, projects } = readWith(insertion)
  const [project, ...others] = projects
  if ((templateSpan === null && !file.claimed) || others.length > 0 || project?.heading == null || project.ideas.length !== 1) {
    return { refusal: 'A list would not be read as one in this file: a code block or a comment may be left open.' }
  }
  return buildPlan(file.text, insertion, [])
}

function tocRows(file: IdeaFile): readonly string[] {
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

function insertionOf(
  file: IdeaFile,
  profile: Profile,
  { project, title }: Omit<NewListIdea, 'profile'>,
  toc: readonly string[],
): Insertion {
  const { text } = file
  const { projectMark, ideaMark } = marksOf(profile)
  const eol = eolOf(text)
  const end = lineEnd(text, contentEnd(text, text.length))
  const isEmpty = text.slice(0, end).replace('\ufeff', '').trim() === ''
  const parts = [
    ...(isEmpty ? [[`# ${titleOf(file.path, profile)}`]] : []),
    ...(toc.length > 0 ? [betweenMarkers(toc, profile)] : []),
    ...(file.claimed ? [] : [[`${sectionMark} Template`], templateLines(profile), [`${sectionMark} Ideas`]]),
    [`${projectMark} ${headingText(project)}`],
    [`${ideaMark} ${headingText(title)}`, ''],
  ].map((lines) => lines.join(eol))
  const fields = fieldPieces({
    model: null,
    template: file.claimed ? profile : { ...profile, samples },
    fields: profile.fields,
    eol,
    project: profile.cncfProjects ? project : null,
    inline: profile.mentorsOnOneLine,
  })
  const at = isEmpty ? Math.min(text.length, text.startsWith('\ufeff') ? 1 : 0) : end
  const isClosed = /[\r\n]/.test(text.slice(at))
  return { at, pieces: [`${isEmpty ? '' : eol + eol}${parts.join(eol + eol)}${eol}`, ...fields, cursorEnd, isClosed ? '' : eol] }
}

/** What the file is called where it has no title yet. */
function titleOf(path: string, { programme }: Profile): string {
  const { label, term, year } = programmeOf(path)
  if (term.startsWith('file/')) return year === null ? programme : `${programme} ${year}`
  return `${programme} ${label.replace(/^\w+ /, '')}`
}

const people = [
  { name: 'Jane Doe', handle: 'jane-doe', email: 'jane@example.com' },
  { name: 'John Doe', handle: 'john-doe', email: 'john@example.com' },
]
const samples = {
  headings: [],
  names: people.map(({ name }) => name),
  handles: people.map(({ handle }) => handle),
  notes: [],
  values: [],
  mentors: people.map(({ name, handle, email }) => `${name} (@${handle}, ${email})`),
  sizes: [],
}

/** The programme's form in a fence, as the template of the file: read again it asks for the same. */
function templateLines(profile: Profile): readonly string[] {
  const { projectMark, ideaMark } = marksOf(profile)
  const line = (spec: FieldSpec): readonly string[] => {
    if (spec.key === 'size') return [`- ${spec.label}: ${sizeNote(profile)}`.trimEnd()]
    if (spec.key !== 'mentors') return [`- ${spec.label}:`]
    const { min, advised, email, primary } = profile.mentors
    const entries = people
      .slice(0, Math.max(min, advised))
      .map(({ name, handle, email: address }) => `${name} (@${handle}${email ? `, ${address}` : ''})`)
    if (profile.mentorsOnOneLine) return [`- ${spec.label}: ${entries.join(', ')}`]
    const note = min > 1 ? ` # at least ${min} mentors` : ''
    return [
      `- ${spec.label}:${note}`,
      ...entries.map((entry, index) => `  - ${entry}${primary && index === 0 ? ' - primary' : ''}`),
    ]
  }
  return ['```', `${projectMark} Project name`, '', `${ideaMark} Idea title`, '', ...profile.fields.flatMap(line), '```']
}

const sizeNote = (profile: Profile): string =>
  profile.sizes.length === 0
    ? ''
    : `# one of ${profile.sizes.map(({ word, hours }) => (word ? formatSize(word, profile) : `${hours} hours`)).join(', ')}`
