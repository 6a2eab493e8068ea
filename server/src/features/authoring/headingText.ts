import { readSections } from '../../model/blocks/sectionFacts.ts'
import { cutSections } from '../../syntax/sections.ts'

/**
 * A name or title as the text of a heading that reads as it was typed. Backticks are taken for marks of code, as everybody means them;
 * of the other marks of Markdown those that would be lost are escaped.
 */
export function headingText(typed: string): string {
  const title = oneLine(typed)
  const candidates = [title, escaped(title, true), escaped(title, false)]
  return candidates.find((candidate) => plain(shownText(candidate)) === plain(title)) ?? escaped(title, false)
}

/** What was typed without line ends and control characters, and without blanks at its ends and doubled ones. */
export const oneLine = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** A heading's text as a reader sees it. */
const shownText = (text: string): string => readSections(cutSections(`# ${text}\n`), new Map())[0]?.heading?.text ?? ''

const plain = (text: string): string => text.replace(/`+/g, '').replace(/\s+/g, ' ').trim()

/** Marks of Markdown with a backslash before each; with `code` what stands between backticks stays as it is. */
const escaped = (title: string, code: boolean): string =>
  title
    .split(code ? /(`[^`]+`)/ : /(?!)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(code ? /[\\*_[\]<>&~#!]/g : /[\\`*_[\]<>&~#!]/g, '\\$&')))
    .join('')
