import { shift } from '../../text/span.ts'
import { notAnIdeaList } from '../incremental/emptyFile.ts'
import type { ParsedIdeaFile, ParsedSection } from '../incremental/readState.ts'
import { noSlugs, placeHeadings } from '../outline/placeHeadings.ts'
import { findToc, noToc } from '../toc/findToc.ts'
import type { ReadOptions, Template } from '../types.ts'
import { learnedProfile, learnedTemplate } from './learnedTemplate.ts'
import { learnSchema } from './learnSchema.ts'
import type { ListParts } from './listParts.ts'
import { readLearnedList, withoutPrefix } from './readLearnedList.ts'

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
  const { projects, projectLevel, ideaLevel, prefix, context } = readLearnedList(
    text,
    list,
    found,
    previous?.labelContext ?? null,
  )
  const headings = found.flatMap((placed) => (placed ? [{ ...placed, heading: withoutPrefix(placed.heading, prefix) }] : []))
  const learned = learnSchema(text, projects, list.recognized, prefix)
  const tocReading = findToc({ sections, headings, nestedAnchors, projects }, previous?.tocReading ?? noToc)
  return {
    ...notAnIdeaList(text, sections, options),
    ideaList: true,
    profile: learnedProfile,
    template: sameTemplate(learnedTemplate(learned), previous?.template),
    projectLevel,
    ideaLevel,
    headings,
    numberedSlugs: numbered,
    labelContext: context,
    projects,
    toc: tocReading.toc,
    tocHeadings: tocReading.headings,
    tocMatch: tocReading.match,
    tocReading,
    unread: read.flatMap(({ unread }, index) => unread.map((span) => shift(span, sections[index]!.at))),
  }
}

/** The template of before if it is equal: caches rely on that. */
const sameTemplate = (template: Template, previous: Template | undefined): Template =>
  previous?.learned && JSON.stringify(previous.learned) === JSON.stringify(template.learned) ? previous : template
