import { shift } from '../../text/span.ts'
import { emptyFileWithoutIdeas } from '../incremental/emptyIdeaFile.ts'
import type { ParsedIdeaFile, ParsedSection } from '../incremental/readState.ts'
import { noSlugs, placeHeadings } from '../outline/placeHeadings.ts'
import { findToc, noToc } from '../toc/findToc.ts'
import type { Project, ReadOptions, Template } from '../types.ts'
import { declaredTemplate } from './declaredList.ts'
import { learnedProfile, learnedTemplate } from './learnedTemplate.ts'
import { learnSchema } from './learnSchema.ts'
import type { ListParts } from './listParts.ts'
import { headingWithoutListPrefix, readLearnedList } from './readLearnedList.ts'

/** The model of a list whose schema is learned from the list itself; its sections have their facts. */
export function assembleLearned(
  text: string,
  sections: readonly ParsedSection[],
  options: ReadOptions,
  previous: ParsedIdeaFile | null,
  list: ListParts,
): ParsedIdeaFile {
  const read = sections.map(({ facts }) => facts!)
  const { headings: found, nestedAnchors, numbered } = placeHeadings(sections, read, previous?.numberedSlugs ?? noSlugs)
  // a configuration that has changed reads labels otherwise
  const known = previous?.options.profile === options.profile ? (previous?.learning?.context ?? null) : null
  const { projects: groups, projectLevel, ideaLevel, prefix, context, ranges } = readLearnedList(text, list, found, known)
  const declared = options.profile?.form ? options.profile : null
  const projects = declared?.form?.isFlat ? assembledWithoutGroups(groups) : groups
  const headings = found.flatMap((placed) =>
    placed ? [{ ...placed, heading: headingWithoutListPrefix(placed.heading, prefix) }] : [],
  )
  const learned = learnSchema(text, projects, list.recognized, prefix)
  const tocReading = findToc({ sections, headings, nestedAnchors, projects }, previous?.tocReading ?? noToc)
  return {
    ...emptyFileWithoutIdeas(text, sections, options),
    ideaList: true,
    profile: declared ?? learnedProfile,
    claimed: options.claimed === true,
    template: sameAssembledTemplate(
      declared ? declaredTemplate(declared, learned) : learnedTemplate(learned),
      previous?.template,
    ),
    projectLevel: declared?.projectLevel ?? projectLevel,
    ideaLevel: declared?.ideaLevel ?? ideaLevel,
    headings,
    numberedSlugs: numbered,
    learning: { context, parts: list.parts, ranges },
    projects,
    toc: tocReading.toc,
    tocHeadings: tocReading.headings,
    tocMatch: tocReading.match,
    tocReading,
    unread: read.flatMap(({ unread }, index) => unread.map((span) => shift(span, sections[index]!.at))),
  }
}

/** The ideas of a list whose headings above ideas mean nothing. */
function assembledWithoutGroups(projects: readonly Project[]): readonly Project[] {
  const ideas = projects.flatMap((project) => project.ideas)
  const [first, last] = [ideas[0], ideas.at(-1)]
  if (!first || !last) return []
  return [{ name: '', heading: null, ideas, span: { start: first.at, end: last.at + last.idea.length } }]
}

/** The template of before if it is equal: caches rely on that. */
const sameAssembledTemplate = (template: Template, previous: Template | undefined): Template =>
  previous?.learned &&
  (!previous.learned.isDeclared || previous.fields === template.fields) &&
  JSON.stringify(previous.learned) === JSON.stringify(template.learned)
    ? previous
    : template
