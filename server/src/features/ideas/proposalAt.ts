import * as l10n from '@vscode/l10n'
import { readLfxExport } from '../../exports/lfxExport.ts'
import { cncfForm, cncfRepository } from '../../forms/cncfForm.ts'
import type { IssueForm } from '../../forms/issueForm.ts'
import { lfidsIn } from '../../forms/lfids.ts'
import { makeProposal } from '../../forms/proposal.ts'
import { otherTermMessage, proposalTerm } from '../../forms/proposalTerm.ts'
import type { FindLfid } from '../../forms/proposalTypes.ts'
import { readIssueForm } from '../../forms/readIssueForm.ts'
import { nodeAt } from '../../model/nodeAt.ts'
import type { IdeaFile, Project } from '../../model/types.ts'
import type { FormFiles, ProposalReply } from '../../protocol/proposal.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { truncate } from '../../text/wording.ts'
import { toLspRange } from '../toLspRange.ts'

/** The form and the LF usernames that a client gave the texts of. */
export interface ProposalForm {
  readonly form: IssueForm
  /** Whether the client has it; otherwise it is the CNCF's. */
  readonly isOwn: boolean
  readonly repository: string | null
  readonly lfid: FindLfid
  /** Sentences on files that could not be used. */
  readonly notes: readonly string[]
}

/** Reads the files that a client has; without a form for mentoring ideas the CNCF's is taken. What cannot be read is noted. */
export function readProposalForm({ forms, exports, repository }: FormFiles): ProposalForm {
  const readExports = exports.map(({ name, text }) => ({ name, read: readLfxExport(text) }))
  const lfid = lfidsIn(readExports.flatMap(({ read }) => ('data' in read ? [read.data] : [])))
  const exportNotes = readExports.flatMap(({ name, read }) =>
    'data' in read ? [] : [unusedProposalFileNote(name, read.problem)],
  )
  const formNotes: string[] = []
  for (const { name, text } of forms) {
    const read = readIssueForm(text)
    if ('form' in read) return { form: read.form, isOwn: true, repository, lfid, notes: [...formNotes, ...exportNotes] }
    if (read.isBroken) formNotes.push(unusedProposalFileNote(name, read.problem))
  }
  return { form: cncfForm(), isOwn: false, repository: cncfRepository, lfid, notes: [...formNotes, ...exportNotes] }
}

const unusedProposalFileNote = (name: string, problem: string): string => l10n.t`${truncate(name)} was not used: ${problem}.`

/** Whether a project is none of the CNCF's, in a list whose form is not theirs either. */
export const isOfOtherOrganization = ({ template, knowsProject }: IdeaFile, { name }: Project): boolean =>
  template.learned !== undefined && !knowsProject(name)

/** That a list is not of the term, or the program, that a form takes: said before what the form is filled in with. */
function otherListNotes(form: IssueForm, { path }: IdeaFile): readonly string[] {
  const { options = [] } = form.fields.find(({ purpose }) => purpose === 'term') ?? {}
  const term = proposalTerm(null, path, options)
  const message = term === null ? null : otherTermMessage(form, path, term)
  return message === null ? [] : [message]
}

/** The idea at `offset` (UTF-16, in the file) as an issue of the form; null outside ideas. The CNCF's form is not for other organizations. */
export function proposalAt(
  file: IdeaFile,
  lines: LineIndex,
  offset: number,
  { form, isOwn, repository, lfid, notes }: ProposalForm,
): ProposalReply {
  const place = nodeAt(file, offset)
  if (!('idea' in place)) return null
  if (!isOwn && isOfOtherOrganization(file, place.project)) return 'noForm'
  const { title, body, url, fields, problems } = makeProposal(form, place, { file, term: null, repository, lfid })
  return {
    form: form.name,
    repository,
    title,
    body,
    url,
    fields,
    notes: [...otherListNotes(form, file), ...notes],
    problems: problems.map(({ span, ...problem }) => ({ ...problem, range: span && toLspRange(lines, span) })),
  }
}
