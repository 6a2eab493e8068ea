import { readLfxExport } from '../../exports/lfxExport.ts'
import { cncfForm, cncfRepository } from '../../forms/cncfForm.ts'
import type { IssueForm } from '../../forms/issueForm.ts'
import { lfidsIn } from '../../forms/lfids.ts'
import { makeProposal } from '../../forms/proposal.ts'
import type { FindLfid } from '../../forms/proposalTypes.ts'
import { readIssueForm } from '../../forms/readIssueForm.ts'
import { nodeAt } from '../../model/nodeAt.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { ProposalAnswer, ProposalParams } from '../../protocol/proposal.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { toLspRange } from '../toLspRange.ts'

/** The form and the LF usernames that a client gave the texts of. */
export interface ProposalForm {
  readonly form: IssueForm
  readonly repository: string | null
  readonly lfid: FindLfid
}

/** Reads the texts that a client has; without a form for mentoring ideas the CNCF's is taken. What cannot be read is left out. */
export function readProposalForm({
  forms,
  exports,
  repository,
}: Pick<ProposalParams, 'forms' | 'exports' | 'repository'>): ProposalForm {
  const lfid = lfidsIn(
    exports.flatMap((text) => {
      const read = readLfxExport(text)
      return 'data' in read ? [read.data] : []
    }),
  )
  for (const text of forms) {
    const read = readIssueForm(text)
    if ('form' in read) return { form: read.form, repository, lfid }
  }
  return { form: cncfForm(), repository: cncfRepository, lfid }
}

/** The idea at `offset` (UTF-16, in the file) as an issue of the form; null outside ideas. */
export function proposalAt(
  file: IdeaFile,
  lines: LineIndex,
  offset: number,
  { form, repository, lfid }: ProposalForm,
): ProposalAnswer | null {
  const place = nodeAt(file, offset)
  if (!('idea' in place)) return null
  const { title, body, url, fields, problems } = makeProposal(form, place, { file, term: null, repository, lfid })
  return {
    form: form.name,
    repository,
    title,
    body,
    url,
    fields,
    problems: problems.map(({ span, ...problem }) => ({ ...problem, range: span && toLspRange(lines, span) })),
  }
}
