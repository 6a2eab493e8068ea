import type { IdeaFile } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { proposalQuota } from './cncfForm.ts'
import type { IssueForm } from './issueForm.ts'
import { projectOption } from './proposalProject.ts'
import type { ProposedIdea } from './proposalTypes.ts'

/** Says that an idea is one too many of its project's in the list; null if it is not. */
export function ideaQuotaMessage({ projects }: IdeaFile, form: IssueForm, { idea }: ProposedIdea, option: string): string | null {
  const options = form.fields.find(({ purpose }) => purpose === 'project')?.options ?? []
  const quota = proposalQuota(option)
  const same = projects
    .filter(({ name, heading }) => projectOption(heading?.heading.text ?? name, options) === option)
    .flatMap(({ ideas }) => ideas)
  const place = same.indexOf(idea)
  if (place < quota) return null
  return `The list has ${same.length} ideas of ${quote(option)}; a project may propose ${quota} in a term without asking.`
}
