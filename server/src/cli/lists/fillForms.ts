import { makeProposal, type Proposal } from '../../forms/proposal.ts'
import { ideaNodeSpan } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import { findingLineIndex } from '../../report/findings.ts'
import { type ProposalReport, toReportedProposal } from '../../report/proposals.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import type { Failure } from '../input/findFiles.ts'
import { type FoundForm, findForm, readFormFile } from '../input/findForm.ts'
import { findLfids } from '../input/findLfids.ts'
import { type PathAndLine, pathAndLine } from '../input/pathAndLine.ts'
import { type ReadList, readLists } from '../input/readLists.ts'
import { attempt } from '../io/attempt.ts'
import type { Io } from '../io/io.ts'

/** Which ideas are proposed, and how. */
export interface FillFormsOptions {
  /** The form to fill in; null for the repository's, otherwise the CNCF's. */
  readonly form: string | null
  readonly term: string | null
  /** `OWNER/REPO` */
  readonly repo: string | null
  /** Paths, each with or without `:LINE`. */
  readonly paths: readonly string[]
}

/** A proposal and the place of its idea; the line is 1-based. */
export interface PlacedProposal {
  readonly path: string
  readonly line: number
  readonly proposal: Proposal
}

/** The proposals of a run, and what could not be read. */
export interface Proposals {
  readonly proposals: readonly PlacedProposal[]
  readonly errors: readonly Failure[]
}

/** Fills the form in with the ideas at these paths. Rejects if the form that was named cannot be used. */
export async function fillForms(options: FillFormsOptions, configuration: CliConfiguration, io: Io): Promise<Proposals> {
  const named = options.form === null ? null : await formFromOption(options.form, io)
  const proposals: PlacedProposal[] = []
  const errors: Failure[] = []
  for (const word of options.paths) {
    const { path: target, line } = await formTarget(word, io)
    for await (const outcome of readLists([target], configuration, io)) {
      if (outcome.kind === 'failure') errors.push({ path: outcome.path, message: outcome.message })
      else if (outcome.kind === 'other' && outcome.named)
        errors.push({ path: outcome.path, message: 'not an idea list; expected a Markdown file with ideas' })
      else if (outcome.kind === 'list') {
        const found = named ?? (await findForm(outcome.file.path, io))
        const made = await proposalsIn(outcome, line, found, options, io)
        if ('message' in made) errors.push(made)
        else proposals.push(...made)
      }
    }
  }
  return { proposals, errors }
}

async function formFromOption(path: string, io: Io): Promise<FoundForm> {
  try {
    return { form: await readFormFile(path, io), repository: null }
  } catch (error) {
    throw new Error(`${path}: ${errorMessage(error)}`, { cause: error })
  }
}

/** `list.md:12` is line 12 of `list.md`, unless there is a file of that very name. */
const formTarget = async (word: string, io: Io): Promise<PathAndLine> =>
  (await io.exists(word)) ? { path: word, line: null } : pathAndLine(word)

async function proposalsIn(
  { path, file }: ReadList,
  line: number | null,
  { form, repository }: FoundForm,
  { term, repo }: FillFormsOptions,
  io: Io,
): Promise<readonly PlacedProposal[] | Failure> {
  const lines = findingLineIndex(file.text)
  const lineOf = (offset: number): number => lines.positionAt(offset).line + 1
  const all = ideasToFillFormsFor(file)
  const firstLine = all[0] === undefined ? null : lineOf(all[0].idea.at)
  const chosen = all.filter(({ idea }) => {
    const { start, end } = ideaNodeSpan(idea)
    return (
      line === null ||
      (lineOf(start) <= line && line < Math.max(lineOf(start) + 1, lineOf(end) + (end === file.text.length ? 1 : 0)))
    )
  })
  if (chosen.length === 0) return { path, message: line === null ? 'no ideas' : noIdeaMessage(line, firstLine) }
  const lfid = await findLfids(file.path, io)
  const source = { file, term, repository: repo ?? repository, lfid }
  const tried = attempt(path, () =>
    chosen.map((proposed) => ({ path, line: lineOf(proposed.idea.at), proposal: makeProposal(form, proposed, source) })),
  )
  return 'failure' in tried ? tried.failure : tried.result
}

const noIdeaMessage = (line: number, firstLine: number | null): string =>
  `no idea at line ${line}${firstLine === null ? '' : `; the first one starts at line ${firstLine}`}`

/** The ideas of a list with their projects; fields without a heading above them are no idea to propose. */
const ideasToFillFormsFor = ({ projects }: IdeaFile): readonly { readonly project: Project; readonly idea: PlacedIdea }[] =>
  projects.flatMap((project) => project.ideas.filter(({ idea }) => idea.fields.length > 0).map((idea) => ({ project, idea })))

/** The result as `--format json` prints it. */
export const filledFormsReport = ({ proposals, errors }: Proposals): ProposalReport => ({
  proposals: proposals.map(({ path, line, proposal }) => toReportedProposal(path, line, proposal)),
  errors: errors.map(({ path, message }) => ({ path, message })),
})
