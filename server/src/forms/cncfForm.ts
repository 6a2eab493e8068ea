import data from './cncfForm.json'
import type { IssueForm } from './issueForm.ts'
import { issueFormOf } from './readIssueForm.ts'

/** Where the CNCF takes proposals. */
export const cncfRepository = 'cncf/mentoring'

/** The form of the CNCF's LFX proposals; its data is written by `scripts/proposalForm.mjs`. */
export function cncfForm(): IssueForm {
  const read = issueFormOf(data.form)
  if ('problem' in read) throw new Error(`The bundled form cannot be used: ${read.problem}`)
  return read.form
}

interface ProjectFact {
  readonly name: string
  readonly slug: string
  /** The organization of its main repository; empty if it is not on GitHub. */
  readonly org: string
}

const projectFacts: readonly ProjectFact[] = data.projects

/** How many proposals a project may have in a term; exceptions go by organization, name or slug, as the programme keeps them. */
export function cncfProposalQuota(project: string): number {
  const { perProject, overrides } = data.quotas
  const exceptions: Readonly<Record<string, number>> = overrides
  const fact = projectFacts.find(({ name }) => name === project)
  const keys = [project.toLowerCase().replace(/\s+/g, '-'), ...(fact ? [fact.slug, fact.org.toLowerCase()] : [])]
  const key = keys.find((each) => Object.hasOwn(exceptions, each))
  return key === undefined ? perProject : (exceptions[key] ?? perProject)
}
