import { reviewMarkdown } from '../../review/reviewMarkdown.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { createCliConfiguration } from '../input/configuration.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { type ReviewListsOptions, reviewLists } from '../lists/reviewLists.ts'
import { changedSinceOption, requirePaths } from '../options.ts'

export const reviewCommand: CliCommand = {
  usage: '[options] <path>...',
  about: 'Prints the ten points of a reviewer for each idea, each fine, a problem or not known, as Markdown for a pull request.',
  options: {
    '--online': {
      help: 'Ask GitHub whether issues and handles exist: at most 60 requests, more with a token in GITHUB_TOKEN. Without this option nothing is sent',
    },
    '--maintainers': { value: '<csv>', help: 'A file with the columns of the public project-maintainers.csv' },
    '--changed-since': {
      value: '<ref>',
      help: 'Review only ideas that changed since this branch left <ref>, a branch, tag or commit',
    },
  },
  examples: ['idea-files review --online --changed-since origin/main .'],
  exitsWith1: 'An idea has a problem',
  run: (args, io) =>
    runReview(
      {
        online: args.given.has('--online'),
        maintainers: args.given.get('--maintainers') ?? null,
        changedSince: changedSinceOption(args),
        paths: requirePaths(args),
      },
      io,
    ),
}

async function runReview(options: ReviewListsOptions, io: Io): Promise<number> {
  try {
    const { lists, errors } = await reviewLists(options, await createCliConfiguration(null, null, io), io)
    for (const { path, message } of errors) printError(path, message, io)
    const date = new Date().toISOString().slice(0, 10)
    io.stdout(lists.map(({ path, reviews }) => reviewMarkdown(path, reviews, date)).join('\n'))
    const hasProblem = lists.some(({ reviews }) => reviews.some(({ points }) => points.some(({ state }) => state === 'problem')))
    return errors.length > 0 ? exitCodes.failed : hasProblem ? exitCodes.defects : exitCodes.fine
  } catch (error) {
    printError('review', errorMessage(error), io)
    return exitCodes.failed
  }
}
