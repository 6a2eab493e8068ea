import { fieldsOf } from '../../editing/fieldPlacement.ts'
import { isSameText } from '../../model/toc/matchToc.ts'
import type { FieldSpec, IdeaFile, Profile, Project } from '../../model/types.ts'
import { applyEdits } from '../../text/edits.ts'
import { eolOf, lineEnd } from '../../text/textLines.ts'
import { truncate } from '../../text/wording.ts'
import { headingText, oneLine } from './headingText.ts'
import { exampleOf, fieldPieces, type IdeaExample, isInline, templateModel } from './ideaTemplate.ts'
import { headingLead, insertionPointFor, lineEnds, projectLead, projectNamed } from './insertionPoint.ts'
import { isEmptyClaimedList, planNewList } from './newList.ts'
import { buildPlan, type Insertion, type PlanResult, type Read, toEdit } from './plannedEdit.ts'
import { cursorEnd, type SnippetPart } from './snippet.ts'
import { tocEditsForInsertion } from './tocEntryEdits.ts'

/** What an author says of a new idea. */
export interface NewIdea {
  readonly project: string
  readonly title: string
  /** Where the author is (UTF-16, in the file): tells projects of one name apart. */
  readonly at?: number
  /** The programme, for a file that is no idea list yet. */
  readonly profile?: Profile
}

/**
 * Plans an entry for a new idea by the file's own template, in its place, with its entry in the table of contents; in a file that
 * is no idea list, everything that makes it one. Refused where it would not be read as one idea more.
 */
export function planNewIdea(file: IdeaFile, { project: named, title: typed, at = 0, profile }: NewIdea, read: Read): PlanResult {
  const [name, title] = [oneLine(named), oneLine(typed)]
  if (name === '') return { refusal: 'An idea needs a project; none was named.' }
  if (title === '') return { refusal: 'An idea needs a title; none was given.' }
  if (!file.ideaList || isEmptyClaimedList(file)) return planNewList(file, { project: name, title, profile }, read)
  const double = findIdeaByTitle(file, { project: name, title, at })
  if (double !== null) return { refusal: `${truncate(double.name)} has an idea with the title ${truncate(title)} already.` }
  const { insertion, ideaAt, projectAt, fresh } = newEntry(file, name, title, at)
  const after = read(applyEdits(file.text, [toEdit(insertion)]))
  if (!isRead(file, after, ideaAt, projectAt)) {
    return { refusal: 'An idea would not be read as one in its place: a code block or a comment above it may be left open.' }
  }
  return buildPlan(file.text, insertion, tocEditsForInsertion(file, after, insertion, fresh))
}

/** The project that has an idea of this title already; null where none has. */
export function findIdeaByTitle(file: IdeaFile, { project, title, at = 0 }: NewIdea): Project | null {
  const own = projectNamed(file, project, at)
  return own?.ideas.some(({ idea }) => idea.heading !== null && isSameText(idea.heading.text, title)) ? own : null
}

interface NewEntry {
  readonly insertion: Insertion
  /** Where the headings of the idea and its project stand in the text with it. */
  readonly ideaAt: number
  readonly projectAt: number
  /** Those of them that are new. */
  readonly fresh: readonly number[]
}

function newEntry(file: IdeaFile, name: string, title: string, at: number): NewEntry {
  const eol = eolOf(file.text)
  const place = insertionPointFor(file, name, at, eol)
  const own = place.project
  const hash = (level: number): string => `${'#'.repeat(level)} `
  const { lead, fields } = ideaForm(file, name, own)
  const heading = own === null ? `${hash(file.projectLevel)}${headingText(name)}${projectLead(file, eol)}` : ''
  const entry: readonly SnippetPart[] = [`${heading}${hash(file.ideaLevel)}${headingText(title)}${lead}`, ...fields]
  const start = place.leads ? place.at : lineEnd(file.text, place.at)
  const isFirst = file.text.slice(0, start).replace('\ufeff', '') === ''
  const gap = isFirst && !place.leads ? '' : place.gap
  const entryAt = start + (place.leads ? 0 : gap.length)
  const ideaAt = entryAt + heading.length
  return {
    insertion: { at: start, pieces: place.leads ? [...entry, cursorEnd, gap] : [gap, ...entry] },
    ideaAt,
    projectAt: own?.heading.at ?? entryAt,
    fresh: own === null ? [entryAt, ideaAt] : [ideaAt],
  }
}

/** What stands below the heading of a new idea: the line ends, and the fields by the list's own template. `own` is its project in the list. */
export function ideaForm(
  file: IdeaFile,
  name: string,
  own: Pick<Project, 'ideas' | 'name'> | null,
): { readonly lead: string; readonly fields: readonly SnippetPart[] } {
  const eol = eolOf(file.text)
  const shown = templateModel(file)
  const model = shown ?? likeIdea(file, own)
  const fields = fieldPieces({
    model,
    template: file.template,
    fields: fieldsFor(file),
    eol,
    project: file.profile.cncfProjects ? (own?.name ?? name) : null,
    inline: model && model.idea.mentors.length > 0 ? isInline(model) : file.profile.mentorsOnOneLine,
  })
  return { lead: headingLead(file, shown && leadOf(shown), eol), fields }
}

/** An idea that shows how the list is written: the last of the project, else the first of the list. */
function likeIdea(file: IdeaFile, project: Pick<Project, 'ideas'> | null): IdeaExample | null {
  const isModel = ({ idea }: Project['ideas'][number]): boolean =>
    idea.fields.some(({ shape, colon }) => shape === 'item' && colon)
  const found = project?.ideas.findLast(isModel) ?? file.projects.flatMap(({ ideas }) => ideas).find(isModel)
  return found ? exampleOf(file, found) : null
}

const leadOf = ({ idea, text }: IdeaExample): number | null =>
  lineEnds(text, idea.heading?.span.end ?? 0, idea.fields[0]?.span.start ?? 0)[0] ?? null

/** All fields of a file's own template; of a profile those that it requires, and those that half of the list's ideas have. */
function fieldsFor({ template, templateSpan, projects }: IdeaFile): readonly FieldSpec[] {
  const ideas = projects.flatMap((project) => project.ideas)
  const isUsed = (spec: FieldSpec): boolean =>
    ideas.filter(({ idea }) => fieldsOf(idea, spec).length > 0).length * 2 >= Math.max(1, ideas.length)
  return template.fields.filter((spec) => templateSpan !== null || spec.required || isUsed(spec))
}

/** Whether the list has one idea more, at its place and in its project. */
function isRead(before: IdeaFile, after: IdeaFile, ideaAt: number, projectAt: number): boolean {
  const count = ({ projects }: IdeaFile): number => projects.reduce((sum, { ideas }) => sum + ideas.length, 0)
  const project = after.projects.find(({ ideas }) => ideas.some(({ idea, at }) => at === ideaAt && idea.heading !== null))
  return project?.heading?.at === projectAt && count(after) === count(before) + 1
}
