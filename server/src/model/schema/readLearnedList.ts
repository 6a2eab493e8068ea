import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import type { Section } from '../../syntax/sections.ts'
import type { Heading, PlacedHeading, PlacedIdea, Project } from '../types.ts'
import { type LabelContext, labelContext, sameContext } from './effectiveLabels.ts'
import { readFrontMatter } from './frontMatterFields.ts'
import { withGroupSize } from './groupSize.ts'
import { headingPartsOf, labelsOfHeadingParts, type Part, type PlacedLabel } from './headingParts.ts'
import { learnedIdeaAt } from './learnedIdeaAt.ts'
import type { IdeaRange, ListParts } from './listParts.ts'
import { oneIdeaParts, readOneIdeaFile } from './oneIdeaFile.ts'
import { isAboutParticipants, recognize } from './recognize.ts'
import { rolesByValues, withRoleByValues } from './rolesByValues.ts'
import { tableProjects } from './tableIdeas.ts'

/** Recognizes a list by its text; null for every other text. */
export function recognizeList(
  text: string,
  sections: readonly { readonly at: number; readonly section: Section }[],
): ListParts | null {
  const frontMatter = readFrontMatter(text)
  const parts = headingPartsOf(sections, frontMatter !== null)
  const placed = labelsInBody(text, parts)
  const valueRoles = rolesByValues(parts, placed)
  const labels = valueRoles.size === 0 ? placed : placed.map(withRoleByValues(valueRoles))
  const recognized = recognize(parts, labels, frontMatter)
  return recognized && { parts, labels, frontMatter, recognized, valueRoles }
}

/** The labels of a text; keys of front matter are none. */
function labelsInBody(text: string, parts: readonly Part[]): readonly PlacedLabel[] {
  const bodyStart = frontMatterEnd(text)
  return labelsOfHeadingParts(parts).filter(({ part, labelSpan }) => parts[part]!.at + labelSpan.start >= bodyStart)
}

/** Whether a text is about participants (results, applications, weekly reports) or versions, which name mentors, too. */
export function isOfParticipants(text: string, sections: readonly { readonly at: number; readonly section: Section }[]): boolean {
  const parts = headingPartsOf(sections, readFrontMatter(text) !== null)
  return isAboutParticipants(parts, labelsInBody(text, parts))
}

/** What was read of a list without knowing its program. */
export interface LearnedList {
  readonly projects: readonly Project[]
  readonly projectLevel: number
  readonly ideaLevel: number
  /** What all titles begin with (`Project Name: `); empty if nothing. */
  readonly prefix: string
  /** By which labels were read; the same object as before if it is equal, as ideas are cached by it. */
  readonly context: LabelContext | null
  /** The sections of ideas below headings, in their order. */
  readonly ranges: readonly IdeaRange[]
}

/** Reads the ideas of a recognized list. `headings` are one for each section, null without a heading. */
export function readLearnedList(
  text: string,
  list: ListParts,
  headings: readonly (PlacedHeading | null)[],
  previous: LabelContext | null,
): LearnedList {
  const { recognized, parts } = list
  if (recognized.tables.length > 0) {
    const projects = recognized.tables.flatMap((each) => tableProjects(parts[each.part]!, each))
    return { projects, projectLevel: 1, ideaLevel: 2, prefix: '', context: null, ranges: [] }
  }
  const { oneIdea } = list
  if (oneIdea) {
    const idea = readOneIdeaFile(text, oneIdea, list.frontMatter, headings)
    const level = parts[oneIdea.title]?.level ?? 1
    return {
      projects: [{ name: '', heading: null, ideas: [idea], span: { start: idea.at, end: idea.at + idea.idea.length } }],
      ideaLevel: level,
      projectLevel: Math.max(1, level - 1),
      prefix: '',
      context: null,
      ranges: [],
    }
  }
  const prefix = list.prefix || sharedListPrefix(recognized.titles.map((title) => parts[title]?.text ?? ''))
  const shown = headings.map((placed) => placed && { ...placed, heading: headingWithoutListPrefix(placed.heading, prefix) })
  const titles = new Set(recognized.titles)
  const byTitle = new Map<number, PlacedLabel[]>(recognized.titles.map((title) => [title, []]))
  for (const label of list.labels) byTitle.get(label.title)?.push(label)
  const context = sameContext(labelContext([...byTitle.values()].flat(), recognized.schema, list.valueRoles), previous)
  const ranges = recognized.titles.map((title) => ({
    title,
    end: title < 0 ? parts.length : endOfListedIdea(parts, titles, byTitle.get(title)!, title),
  }))
  const ideas = ranges.map(
    (range): IdeaInPart => ({
      title: range.title,
      placed:
        range.title < 0
          ? readOneIdeaFile(text, oneIdeaParts(text, list, range.title), list.frontMatter, headings)
          : withGroupSize(
              learnedIdeaAt(parts, range, byTitle.get(range.title)!, context, shown[range.title] ?? null),
              parts,
              range.title,
            ),
    }),
  )
  const levels = recognized.titles.flatMap((title) => (title < 0 ? [] : [parts[title]!.level]))
  const ideaLevel = commonListLevel(levels) ?? 1
  const projects = projectsOfLearnedList(ideas, parts, headings)
  const projectLevel = projects.find(({ heading }) => heading)?.heading?.heading.level ?? Math.max(1, ideaLevel - 1)
  return { projects, projectLevel, ideaLevel, prefix, context, ranges: ranges.filter(({ title }) => title >= 0) }
}

interface IdeaInPart {
  readonly title: number
  readonly placed: PlacedIdea
}

const headingLevels = [1, 2, 3, 4, 5, 6]

function commonListLevel(levels: readonly number[]): number | null {
  const counts = headingLevels.map((level) => levels.filter((each) => each === level).length)
  return levels.length === 0 ? null : counts.indexOf(Math.max(...counts)) + 1
}

const minPrefixedTitles = 2

/** What all titles begin with, up to a colon: `Idea: `. */
function sharedListPrefix(titles: readonly string[]): string {
  const [first = ''] = titles
  const prefix = /^[^:：]{1,30}[:：][ \t]+/.exec(first)?.[0] ?? ''
  return titles.length >= minPrefixedTitles && titles.every((title) => title.startsWith(prefix)) ? prefix : ''
}

const headingsWithoutPrefix = new WeakMap<Heading, { readonly prefix: string; readonly heading: Heading }>()

/** A heading whose text is shown without the prefix of all titles; its anchor is that of the whole. The same heading gives the same object. */
export function headingWithoutListPrefix(heading: Heading, prefix: string): Heading {
  if (prefix === '' || !heading.text.startsWith(prefix)) return heading
  const cached = headingsWithoutPrefix.get(heading)
  if (cached?.prefix === prefix) return cached.heading
  const { start, end } = heading.textSpan
  const shown = {
    ...heading,
    text: heading.text.slice(prefix.length),
    textSpan: { start: Math.min(start + prefix.length, end), end },
  }
  headingsWithoutPrefix.set(heading, { prefix, heading: shown })
  return shown
}

/** Where an idea ends: before the next idea, or before a heading of its rank that is no label of its own. */
function endOfListedIdea(
  parts: readonly Part[],
  titles: ReadonlySet<number>,
  labels: readonly PlacedLabel[],
  title: number,
): number {
  const { level } = parts[title]!
  const ownLabels = new Set(labels.flatMap((label) => (label.form === 'heading' ? [label.part] : [])))
  for (let index = title + 1; index < parts.length; index++) {
    if (titles.has(index) || (parts[index]!.level <= level && !ownLabels.has(index))) return index
  }
  return parts.length
}

/** Ideas by the heading above them: a project, a theme, a year. Ideas below none are in one without a name. */
function projectsOfLearnedList(
  ideas: readonly IdeaInPart[],
  parts: readonly Part[],
  headings: readonly (PlacedHeading | null)[],
): readonly Project[] {
  const groups: { readonly above: number; readonly ideas: PlacedIdea[] }[] = []
  for (const { title, placed } of ideas) {
    const above = title < 0 ? -1 : parts[title]!.parent
    const last = groups.at(-1)
    if (last && last.above === above) last.ideas.push(placed)
    else groups.push({ above, ideas: [placed] })
  }
  return groups.map(({ above, ideas: own }) => {
    const heading = headings[above] ?? null
    const last = own.at(-1)!
    return {
      name: heading?.heading.text ?? '',
      heading,
      ideas: own,
      span: { start: heading?.at ?? own[0]!.at, end: last.at + last.idea.length },
    }
  })
}
