import { ideaNodeSpan } from '../../model/nodeAt.ts'
import { createGithub } from '../../network/github.ts'
import { maxMaintainersBytes } from '../../protocol/review.ts'
import { findingLineIndex } from '../../report/findings.ts'
import { createTouchTest } from '../../report/touchedFindings.ts'
import { allLines, type TouchedLines } from '../../report/touchedLines.ts'
import { type Maintainers, readMaintainers } from '../../review/maintainers.ts'
import { memoAnswers } from '../../review/memoAnswers.ts'
import { reviewIdea } from '../../review/reviewIdea.ts'
import type { IdeaReview } from '../../review/reviewPoint.ts'
import { createLinter } from '../../rules/engine/createLinter.ts'
import { rules } from '../../rules/index.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { earlierPeers } from '../../workspace/peers.ts'
import { readChangedLines } from '../git/changedLines.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import type { Failure } from '../input/findFiles.ts'
import { peerListsOf } from '../input/peerLists.ts'
import { type ReadList, readLists } from '../input/readLists.ts'
import { readTextFile } from '../input/readTextFile.ts'
import type { Io } from '../io/io.ts'

/** What is reviewed, and how. */
export interface ReviewListsOptions {
  /** Whether GitHub may be asked. */
  readonly online: boolean
  /** The file of maintainers; null for none. */
  readonly maintainers: string | null
  /** Only ideas that were touched since HEAD branched off this commit; null for all. */
  readonly changedSince: string | null
  readonly paths: readonly string[]
}

/** The reviews of one list. */
export interface ReviewedList {
  readonly path: string
  readonly reviews: readonly IdeaReview[]
}

/** The reviews of a run, and what could not be read. */
export interface Reviewed {
  readonly lists: readonly ReviewedList[]
  readonly errors: readonly Failure[]
}

/** Reviews the ideas of these lists. Rejects with a sentence if the maintainers' file cannot be used, or git fails. */
export async function reviewLists(options: ReviewListsOptions, configuration: CliConfiguration, io: Io): Promise<Reviewed> {
  const maintainers = options.maintainers === null ? null : await maintainersForReviews(options.maintainers, io)
  const changes = options.changedSince === null ? null : await readChangedLines(options.changedSince, options.paths, io)
  const { fetch, base, token } = io.online
  if (options.online && base !== null && !(/^https?:/.test(base) && URL.canParse(base)))
    throw new Error(`GITHUB_API_URL is "${base}"; expected an address such as https://api.github.com`)
  const github = options.online ? memoAnswers(createGithub({ fetch, token, ...(base !== null && { base }) })) : null
  const lists: ReadList[] = []
  const errors: Failure[] = []
  for await (const outcome of readLists(options.paths, configuration, io)) {
    if (outcome.kind === 'list') lists.push(outcome)
    else if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
    else if (outcome.kind === 'other' && outcome.named)
      errors.push({ path: outcome.path, message: 'not an idea list; expected a Markdown file with ideas' })
  }
  const peers = peerListsOf(lists)
  const linter = createLinter(rules)
  const reviewed: ReviewedList[] = []
  for (const list of lists) {
    const touched = changes === null ? allLines : await changes(io.absolute(list.source))
    if (touched === null) continue
    const findings = linter.lint(list.file, list.effective.severities, earlierPeers(list.file.path, peers.known))
    const reviews: IdeaReview[] = []
    for (const place of reviewedIdeas(list, touched)) {
      io.progress(`Review: ${list.path}:${place.line}`)
      reviews.push(await reviewIdea(list.file, place, { findings, github, maintainers }))
    }
    if (reviews.length > 0) reviewed.push({ path: list.path, reviews })
  }
  io.progress(null)
  return { lists: reviewed, errors }
}

function reviewedIdeas({ file }: ReadList, touched: TouchedLines) {
  const lines = findingLineIndex(file.text)
  const isTouched = createTouchTest(file.text, touched)
  return file.projects.flatMap((project) =>
    project.ideas
      .filter((idea) => isTouched(ideaNodeSpan(idea), true))
      .map((idea) => ({ project, idea, line: lines.positionAt(idea.at).line + 1 })),
  )
}

async function maintainersForReviews(path: string, io: Io): Promise<Maintainers> {
  let text: string
  try {
    text = await readTextFile(path, maxMaintainersBytes, io)
  } catch (error) {
    throw new Error(`${path}: ${errorMessage(error)}`, { cause: error })
  }
  const read = readMaintainers(text)
  if (read === null) throw new Error(`${path}: no maintainers; expected rows of maturity, project, name, company, GitHub name`)
  return read
}
