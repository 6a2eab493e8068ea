import { yearPattern } from '../../model/profiles/listYear.ts'
import type { Span } from '../../text/span.ts'
import { linesOf } from '../../text/textLines.ts'

/** A place that may name the year of its list; spans count from the start of its section. */
export interface YearCandidate {
  readonly kind: 'heading' | 'sentence' | 'link'
  /** The year of a heading or sentence, the target of a link. */
  readonly text: string
  readonly span: Span
  /** All years of the line, and whether it speaks of earlier years. */
  readonly years: readonly number[]
  readonly isAboutPast: boolean
  /** Whether it speaks of the year before: `previous year`, `last year`. */
  readonly isAboutPrevious: boolean
  /** The years in the text of a link. */
  readonly labelYears: readonly number[]
}

const pastWords =
  /\b(?:previous(?:ly)?|past|last|prior|earlier|older|former(?:ly)?|archived?|history|since|until|already|started|founded|published)\b/i
const previousYear = /\b(?:previous|last|prior|preceding)\s+(?:year|edition|cycle)/i

const programmePattern = String.raw`(?:GSoC|Google\s+Summer\s+of\s+Code|Summer\s+of\s+Code|LFX(?:\s+Mentorship)?)`
const seasonPattern = '(?:cycle|edition|program(?:me)?|timeline|term|cohort|season)'
/** Known sentences: `during the GSoC 2025 cycle`, `the 2025 term`, `the timeline for 2025`. */
const yearSentences: readonly RegExp[] = [
  new RegExp(String.raw`\b${programmePattern}(?:\s+(?:program(?:me)?|timeline|term|for|in|of|the)){0,4},?\s+(20\d{2})\b`, 'gi'),
  new RegExp(String.raw`\b(20\d{2})\s+(?:${programmePattern}|${seasonPattern})\b`, 'gi'),
  new RegExp(String.raw`\b${seasonPattern}\s+(?:of|for|in)\s+(20\d{2})\b`, 'gi'),
]

const yearLinks = /(?:\[([^[\]\n]{0,300})\]\(<?([^()<>\s]{1,1000})>?|(https?:\/\/[^\s<>()]{1,1000}))/g

/** Longer lines are cut: a sentence is shorter. */
const maxYearLine = 4000

/** The candidates of a section's text, without code and comments. */
export function yearCandidates(text: string, isHeadingFirst: boolean): readonly YearCandidate[] {
  if (!text.includes('20')) return []
  const shown = yearCandidatesWithoutCode(text)
  return linesOf(shown, { start: 0, end: shown.length }).flatMap((line, index) => {
    const written = shown.slice(line.start, Math.min(line.end, line.start + maxYearLine))
    return written.includes('20') ? yearCandidatesInLine(written, line.start, isHeadingFirst && index === 0) : []
  })
}

function yearCandidatesInLine(line: string, at: number, isHeading: boolean): readonly YearCandidate[] {
  const words = line.replace(/https?:\/\/\S+|\]\([^()\s]*\)/g, (url) => ' '.repeat(url.length))
  const years = [...words.matchAll(yearPattern)].map(([year]) => Number(year))
  const about = { years, isAboutPast: pastWords.test(words), isAboutPrevious: previousYear.test(words), labelYears: [] }
  if (isHeading) {
    return [...words.matchAll(yearPattern)].map(({ 0: text, index }) => ({
      kind: 'heading',
      text,
      span: { start: at + index, end: at + index + text.length },
      ...about,
    }))
  }
  const found = [...line.matchAll(yearLinks)].map(({ 0: whole, 1: label = '', 2: inline, 3: bare, index }): YearCandidate => {
    const target = inline ?? bare!.replace(/[.,;:!?]+$/, '')
    const start = at + index + whole.lastIndexOf(target)
    const labelYears = [...label.matchAll(yearPattern)].map(([year]) => Number(year))
    return { ...about, kind: 'link', text: target, span: { start, end: start + target.length }, labelYears }
  })
  const said = new Map<number, YearCandidate>()
  for (const pattern of yearSentences) {
    for (const { 0: whole, 1: year, index } of words.matchAll(pattern)) {
      const start = at + index + whole.indexOf(year!)
      said.set(start, { ...about, kind: 'sentence', text: year!, span: { start, end: start + 4 } })
    }
  }
  return [...found, ...said.values()]
}

/** The text with spaces in place of fences, inline code and comments. */
const yearCandidatesWithoutCode = (text: string): string =>
  text.replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[`~]*[ \t]*$|(?![\s\S]))|<!--[\s\S]*?-->|`[^`\n]+`/gm, (code) =>
    code.replace(/[^\r\n]/g, ' '),
  )
