import { labelKey } from '../../model/schema/labelKey.ts'
import type { Labels } from '../../model/types.ts'
import { lineStart } from '../../text/textLines.ts'
import { type HeadlessIdea, headlessIdeas } from './headlessIdeas.ts'
import { withoutOuterRules } from './outerRules.ts'
import { type PastedLabel, type PastedLine, pastedDocumentLines } from './pastedLines.ts'

/** How lines are distinguished. */
interface SeparationReading {
  readonly labels: Labels
  readonly isProject: (name: string) => boolean
}

/** The ways in which a text with several ideas can be cut, the most certain first; each part of the right one is an idea. */
export function* waysToSeparate(text: string, { labels, isProject }: SeparationReading): Generator<readonly string[]> {
  const [first, ...others] = headlessIdeas(text, labels)
  // a short paragraph before the last fields of an idea looks like a title, too
  const again = others.filter(({ repeated }) => repeated > 0)
  const alike = again.filter(({ keys }) => keys[0] === first?.keys[0])
  if (alike.length > 0 && alike.length < again.length) yield partsBeforeIdeas(text, alike)
  yield partsBeforeIdeas(text, again)
  const lines = pastedDocumentLines(text, labels)
  const starts = linesLikeFirst(lines).map(({ start }) => lineStart(text, start))
  if (starts.length > 0) yield partsOf(text, starts)
  const numbered = linesOfNumberedTitles(text, lines).map(({ start }) => lineStart(text, start))
  if (numbered.length > 1) yield partsOf(text, numbered.slice(1))
  const headings = lines.filter(isTitleHeading)
  const levels = [...new Set(headings.map(levelOfHeading))].sort((a, b) => b - a)
  for (const level of levels) {
    const parts = partsOfLevel(text, { lines, headings, level, isProject })
    if (parts) yield parts
  }
}

const partsBeforeIdeas = (text: string, ideas: readonly HeadlessIdea[]): readonly string[] =>
  partsOf(
    text,
    ideas.map(({ span }) => span.start),
  )

/** The text cut before some of its offsets. */
function partsOf(text: string, offsets: readonly number[]): readonly string[] {
  const cuts = [0, ...offsets, text.length]
  return cuts.slice(1).map((cut, index) => text.slice(cuts[index], cut))
}

/** The lines that begin with the same label as the first one: `### CNCF Project`, `Title: …`, `Idea 2: …`. */
function linesLikeFirst([first, ...others]: readonly PastedLine[]): readonly PastedLine[] {
  if (!first?.label) return []
  const keyOf = ({ text }: PastedLabel): string => labelKey(text.replace(/ \d{1,3}$/, ''))
  const key = keyOf(first.label)
  return others.filter((line) => line.level === first.level && line.label && keyOf(line.label) === key)
}

const maxNumberedTitle = 120
const minFieldsBelowNumber = 2

/** `1. Log sink`, `2. Log source`: numbers one after the other, each above fields that are no items. */
function linesOfNumberedTitles(text: string, lines: readonly PastedLine[]): readonly PastedLine[] {
  const found: PastedLine[] = []
  let fields = minFieldsBelowNumber
  for (const line of lines) {
    const number = Number(/^(\d{1,3})[.)]/.exec(text.slice(lineStart(text, line.start), line.start))?.[1] ?? 0)
    const isNext = number > 0 && number === found.length + 1 && line.label === null && line.text.length <= maxNumberedTitle
    if (isNext && fields >= minFieldsBelowNumber) {
      found.push(line)
      fields = 0
    } else if (line.level === '' && line.label?.isKnown) fields++
  }
  return fields >= minFieldsBelowNumber ? found : []
}

const isTitleHeading = ({ text, code, level, label }: PastedLine): boolean =>
  !code && level === '' && /^#{1,6}[ \t]/.test(text) && !label?.isKnown

const levelOfHeading = ({ text }: PastedLine): number => /^#+/.exec(text)![0].length
const textOfHeading = ({ text }: PastedLine): string => text.replace(/^#+[ \t]+|[ \t]+#+$/g, '').trim()

interface LevelOfTitles {
  readonly lines: readonly PastedLine[]
  readonly headings: readonly PastedLine[]
  readonly level: number
  readonly isProject: (name: string) => boolean
}

/**
 * One part for each heading of a level, with the project that a heading above it names. Null if text that belongs to none of them would be
 * left over.
 */
function partsOfLevel(text: string, { lines, headings, level, isProject }: LevelOfTitles): readonly string[] | null {
  const parts: string[] = []
  let above: PastedLine | null = null
  const places = new Map(lines.map((line, index) => [line, index]))
  const ends = headings.filter((heading) => levelOfHeading(heading) <= level)
  if (lines[0] !== ends[0] || ends.filter((heading) => levelOfHeading(heading) === level).length < 2) return null
  for (const [index, heading] of ends.entries()) {
    const next = ends[index + 1]
    if (levelOfHeading(heading) < level) {
      // only headings may be above the ideas
      if (next === undefined || places.get(next) !== places.get(heading)! + 1) return null
      const isOfList = index === 0 && isNameOfList(textOfHeading(heading)) && !isProject(textOfHeading(heading))
      if (!isOfList && levelOfHeading(next) < level) return null
      above = isOfList ? null : heading
      continue
    }
    if (above && !isProject(textOfHeading(above)) && textOfHeading(above).split(/\s+/).length > maxWordsOfProject) return null
    const project = above ? `Project: ${textOfHeading(above)}\n` : ''
    parts.push(project + withoutOuterRules(text.slice(heading.start, next?.start)))
  }
  return parts
}

const maxWordsOfProject = 4

/** `GSoC 2026 ideas`: the title of the list that the ideas were copied from. */
const isNameOfList = (text: string): boolean => /\b(?:ideas|projects|proposals|mentorships?|gsoc|lfx|20\d\d)\b/i.test(text)
