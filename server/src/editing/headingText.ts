import { readSections } from '../model/blocks/sectionFacts.ts'
import { cutSections } from '../syntax/sections.ts'

/**
 * The Markdown of a heading that reads as the author typed it: `Run *.yaml in `ci`` → `Run \*.yaml in `ci``. Backticks stay code marks;
 * other marks are escaped only if needed.
 */
export function headingText(typed: string): string {
  const title = singleLineHeading(typed)
  const candidates = [title, escapeHeadingText(title), escapeHeadingMarks(title, /[\\`*_[\]<>~#!]|&(?=#?\w+;)/g)]
  return (
    candidates.find((candidate) => visibleHeadingText(readHeading(candidate)) === visibleHeadingText(title)) ?? candidates.at(-1)!
  )
}

/** What the author typed, on one line: without control characters, outer spaces and double spaces. */
export const singleLineHeading = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** The text of the heading `# markdown`. */
const readHeading = (markdown: string): string => readSections(cutSections(`# ${markdown}\n`), new Map())[0]?.heading?.text ?? ''

const visibleHeadingText = (text: string): string => text.replace(/`+/g, '').replace(/\s+/g, ' ').trim()

const escapeHeadingMarks = (text: string, marks: RegExp): string => text.replace(marks, '\\$&')

const escapeHeadingText = (title: string): string =>
  title
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeHeadingMarks(part, /[\\*_[\]<>~#!]|&(?=#?\w+;)/g)))
    .join('')
