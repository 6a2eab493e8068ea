import { isProposalRepositoryName } from '../../forms/proposalUrl.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { createCliConfiguration } from '../input/configuration.ts'
import type { Io } from '../io/io.ts'
import { jsonText } from '../io/jsonText.ts'
import { printError } from '../io/printError.ts'
import { filledFormsReport, fillForms, type Proposals } from '../lists/fillForms.ts'
import { type ParsedOptions, UsageError } from '../options.ts'
import { formReport } from '../reporters/formReport.ts'

const formFormats = ['text', 'body', 'url', 'json'] as const

export const formCommand: CliCommand = {
  usage: '[options] <path>[:<line>]...',
  about:
    "Fills in an issue form with the ideas of a list, or with the one at a line, and reports what would be refused. Nothing is sent.\n\nThe form is the nearest one in .github/ISSUE_TEMPLATE that asks for mentors and a description, otherwise the CNCF's for LFX proposals. LFIDs come from the nearest lfx-export.json.",
  options: {
    '--format': {
      value: '<format>',
      choices: formFormats,
      help: 'text (default), body or url (of one idea) or json',
    },
    '--check': { help: 'Exit with 1 if anything would be refused' },
    '--form': { value: '<file>', help: 'Fill in this form' },
    '--term': { value: '<term>', help: 'The term as the form writes it, with or without its months' },
    '--repo': { value: '<owner/repo>', help: 'The repository of the issue, for the prefilled address' },
  },
  examples: [
    'idea-files form --check lfx-mentorship/2026',
    'idea-files form --format body ideas.md:42 | gh issue create --body-file -',
  ],
  exitsWith1: 'With --check: the form would refuse an idea',
  run: (args, io) => runForm(args, io),
}

async function runForm(args: ParsedOptions, io: Io): Promise<number> {
  const { given, paths } = args
  if (paths.length === 0) throw new UsageError('no file given; expected <path> or <path>:<line>')
  const repo = given.get('--repo') ?? null
  if (repo !== null && !isProposalRepositoryName(repo)) throw new UsageError(`--repo requires OWNER/REPO (got "${repo}")`)
  const options = { form: given.get('--form') ?? null, term: given.get('--term') ?? null, repo, paths }
  try {
    const made = await fillForms(options, await createCliConfiguration(null, null, io), io)
    const format = formFormats.find((name) => name === given.get('--format')) ?? 'text'
    const isPrinted = printProposals(made, format, io)
    if (!isPrinted || made.errors.length > 0) return exitCodes.failed
    const isRefused = made.proposals.some(({ proposal }) => proposal.problems.some(({ severity }) => severity === 'error'))
    return given.has('--check') && isRefused ? exitCodes.defects : exitCodes.fine
  } catch (error) {
    printError('--form', errorMessage(error), io)
    return exitCodes.failed
  }
}

/** Prints the proposals; false if the format is for one idea and there are several, or for an address and there is none. */
function printProposals(made: Proposals, format: (typeof formFormats)[number], io: Io): boolean {
  const { proposals, errors } = made
  if (format === 'json') {
    io.stdout(jsonText(filledFormsReport(made)))
    return true
  }
  for (const { path, message } of errors) printError(path, message, io)
  if (format === 'text') {
    if (proposals.length > 0 || errors.length === 0) io.stdout(formReport(proposals))
    return true
  }
  const [one] = proposals
  if (one === undefined) return true
  if (proposals.length > 1) {
    const places = proposals.slice(0, 3).map(({ path, line }) => `${path}:${line}`)
    const message = `--format ${format} is for one idea, and there are ${proposals.length}; name one as ${places.join(', ')} …`
    printError(one.path, message, io)
    return false
  }
  const { url, body, problems } = one.proposal
  if (format === 'url') {
    if (url === null) printError(one.path, 'the repository of the form is not known; name it with --repo OWNER/REPO', io)
    else io.document(`${url}\n`)
    return url !== null
  }
  io.document(`${body}\n`)
  for (const { severity, message } of problems) printError(`${one.path}:${one.line}`, `${severity}: ${message}`, io)
  return true
}
