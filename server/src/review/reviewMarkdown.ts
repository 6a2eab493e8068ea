import type { Phrase } from '../protocol/phrase.ts'
import { inEnglish } from '../text/phrase.ts'
import { sanitizeControlCharacters } from '../text/sanitize.ts'
import { oneLine } from '../text/wording.ts'
import type { ReviewState } from './reviewPoint.ts'

const stateWords: Readonly<Record<ReviewState, string>> = { fine: 'fine', problem: '**problem**', unknown: 'not known' }

/** An idea's review as Markdown needs it. */
export interface ReviewForMarkdown {
  readonly title: string
  readonly project: string
  /** 1-based. */
  readonly line: number
  /** Whether the idea was edited after the review. */
  readonly isStale?: boolean
  readonly points: readonly { readonly title: string; readonly state: ReviewState; readonly note: Phrase }[]
}

/** The reviews of a list as Markdown for a pull request, in English; `date` is that of the review (`2026-11-30`). */
export function reviewMarkdown(path: string, reviews: readonly ReviewForMarkdown[], date: string): string {
  const blocks = reviews.map(({ title, project, line, isStale = false, points }) => [
    `### ${markdownText(project === '' ? title : `${project}: ${title}`)} (line ${line})`,
    '',
    ...(isStale ? ['*The idea was edited after this review.*', ''] : []),
    '| Point | | |',
    '|---|---|---|',
    ...points.map(({ title: point, state, note }) => `| ${point} | ${stateWords[state]} | ${markdownText(inEnglish(note))} |`),
    '',
  ])
  return [`## Review of ${markdownText(path)}, ${date}`, '', ...blocks.flat()].join('\n')
}

/** A text that mentions no account and is not Markdown: marks become entities. */
const markdownText = (text: string): string =>
  sanitizeControlCharacters(oneLine(text)).replace(/[\\`*_[\]<>|#&~!@]/g, (mark) => `&#${mark.charCodeAt(0)};`)
