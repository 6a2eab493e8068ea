import { reviewMarkdown } from '../review/reviewMarkdown.ts'
import { errorMessage } from '../text/errorMessage.ts'
import { fillForms, type Proposals, proposalReport } from './commands/form.ts'
import { importExport } from './commands/importExport.ts'
import { makeNextList, nextSummary } from './commands/next.ts'
import { reviewLists } from './commands/review.ts'
import { exitCodes } from './exitCodes.ts'
import { createCliConfiguration } from './input/configuration.ts'
import type { Io } from './io/io.ts'
import { jsonText } from './io/jsonText.ts'
import { printError } from './io/printError.ts'
import { formReport } from './reporters/formReport.ts'
import type { FormCommand, ImportCommand, NextCommand, ReviewCommand, YearCommand } from './yearArguments.ts'

/** Runs a command for proposals, exports, new years or reviews. Resolves to the exit code. */
export async function runYearCommand(command: YearCommand, io: Io): Promise<number> {
  switch (command.name) {
    case 'form':
      return runForm(command, io)
    case 'import':
      return runImport(command, io)
    case 'review':
      return runReview(command, io)
    case 'next':
      return runNext(command, io)
  }
}

async function runForm(command: FormCommand, io: Io): Promise<number> {
  let made: Proposals
  try {
    made = await fillForms(command, await createCliConfiguration(null, null, io), io)
  } catch (error) {
    printError('--form', errorMessage(error), io)
    return exitCodes.failed
  }
  const { proposals, errors } = made
  const one = command.format === 'body' || command.format === 'url' ? proposals[0] : undefined
  if (command.format !== 'json') for (const { path, message } of errors) printError(path, message, io)
  if (one !== undefined && proposals.length > 1) {
    const places = proposals.slice(0, 3).map(({ path, line }) => `${path}:${line}`)
    printError(
      one.path,
      `--format ${command.format} is for one idea, and there are ${proposals.length}; name one as ${places.join(', ')} …`,
      io,
    )
    return exitCodes.failed
  }
  if (one !== undefined && command.format === 'url' && one.proposal.url === null) {
    printError(one.path, 'the repository of the form is not known; name it with --repo OWNER/REPO', io)
    return exitCodes.failed
  }
  if (command.format === 'json') io.stdout(jsonText(proposalReport(made)))
  else if (command.format === 'text') io.stdout(formReport(proposals))
  else if (one !== undefined) io.document(`${command.format === 'body' ? one.proposal.body : one.proposal.url}\n`)
  if (command.format === 'body' && one !== undefined) {
    for (const { severity, message } of one.proposal.problems)
      printError(`${one.path}:${one.line}`, `${severity}: ${message}`, io)
  }
  const isRefused = proposals.some(({ proposal }) => proposal.problems.some(({ severity }) => severity === 'error'))
  return errors.length > 0 ? exitCodes.failed : command.check && isRefused ? exitCodes.defects : exitCodes.fine
}

async function runImport({ path, list }: ImportCommand, io: Io): Promise<number> {
  try {
    const text = await importExport(path, list, await createCliConfiguration(null, null, io), io)
    if (list === null) io.document(text)
    else return await writeNewList(list, text, io)
    return exitCodes.fine
  } catch (error) {
    printError(path, errorMessage(error), io)
    return exitCodes.failed
  }
}

async function runNext(command: NextCommand, io: Io): Promise<number> {
  const { path, out } = command
  try {
    const made = await makeNextList(command, await createCliConfiguration(null, null, io), io)
    if (out === null) io.document(made.text)
    else if ((await writeNewList(out, made.text, io)) !== exitCodes.fine) return exitCodes.failed
    io.stderr(`idea-files: ${nextSummary(made)}\n`)
    return exitCodes.fine
  } catch (error) {
    printError(path, errorMessage(error), io)
    return exitCodes.failed
  }
}

async function runReview(command: ReviewCommand, io: Io): Promise<number> {
  try {
    const { lists, errors } = await reviewLists(command, await createCliConfiguration(null, null, io), io)
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

/** Writes a file that must not exist. */
async function writeNewList(path: string, text: string, io: Io): Promise<number> {
  try {
    await io.create(path, new TextEncoder().encode(text))
    io.stderr(`idea-files: ${path} was written\n`)
    return exitCodes.fine
  } catch (error) {
    printError(path, errorMessage(error), io)
    return exitCodes.failed
  }
}
