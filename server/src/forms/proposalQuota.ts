import * as l10n from '@vscode/l10n'
import type { IdeaFile } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { cncfProposalQuota } from './cncfForm.ts'
import type { IssueForm } from './issueForm.ts'
import { projectOption } from './proposalProject.ts'
import type { ProposedIdea } from './proposalTypes.ts'

/** Says that an idea is one too many of its project's in the list; null if it is not. */
export function ideaQuotaMessage({ projects }: IdeaFile, form: IssueForm, { idea }: ProposedIdea, option: string): string | null {
  const options = form.fields.find(({ purpose }) => purpose === 'project')?.options ?? []
  const quota = cncfProposalQuota(option)
  const same = projects
    .filter(({ name, heading }) => projectOption(heading?.heading.text ?? name, options) === option)
    .flatMap(({ ideas }) => ideas)
  const place = same.indexOf(idea)
  if (place < quota) return null
  return l10n.t`This list has ${same.length} ideas for ${quote(option)}. A project can propose ${quota} per term without asking.`
}
