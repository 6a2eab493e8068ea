import { sanitizeControlCharacters } from '../text/sanitize.ts'
import { oneLine } from '../text/wording.ts'
import { type IdeaReview, type ReviewState, reviewTitles } from './reviewPoint.ts'

const stateWords: Readonly<Record<ReviewState, string>> = { fine: 'fine', problem: '**problem**', unknown: 'not known' }

/** The reviews of a list as Markdown for a pull request; `date` is that of the review (`2026-11-30`). */
export function reviewMarkdown(path: string, reviews: readonly IdeaReview[], date: string): string {
  const blocks = reviews.map(({ title, project, line, points }) => [
    `### ${markdownText(project === '' ? title : `${project}: ${title}`)} (line ${line})`,
    '',
    '| Point | | |',
    '|---|---|---|',
    ...points.map(({ id, state, note }) => `| ${reviewTitles[id]} | ${stateWords[state]} | ${markdownText(note)} |`),
    '',
  ])
  return [`## Review of ${markdownText(path)}, ${date}`, '', ...blocks.flat()].join('\n')
}

/** A text that mentions no account and is not Markdown: marks become entities. */
const markdownText = (text: string): string =>
  sanitizeControlCharacters(oneLine(text)).replace(/[\\`*_[\]<>|#&~!@]/g, (mark) => `&#${mark.charCodeAt(0)};`)
