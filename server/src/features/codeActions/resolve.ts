import { ideaSpan } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import { type FindingFilter, type FixScope, hasCode } from '../../rules/engine/fixAll.ts'
import type { Finding, Fix } from '../../rules/rule.ts'
import type { Edit } from '../../text/edits.ts'

/**
 * Identifies what a code action edits (LSP's `CodeAction.data`). Edits are computed from the current text when the action is chosen.
 * `start` and `at` are UTF-16 offsets in the text at the time of the request, and decide between equal findings.
 */
export type CodeActionData =
  | { readonly kind: 'fix'; readonly code: string; readonly message: string; readonly title: string; readonly start: number }
  /** All safe fixes of the file, or those of one code. */
  | { readonly kind: 'all'; readonly code: string | null }
  /** All safe fixes of the idea with this anchor; of an idea without a heading, the one at the offset. */
  | { readonly kind: 'idea'; readonly anchor: string | null; readonly at: number }
  | { readonly kind: 'ignore-line'; readonly code: string; readonly message: string; readonly start: number }
  | { readonly kind: 'ignore-file'; readonly code: string }
  | { readonly kind: 'sync-toc' }

/** Computes edits for the current text. */
export interface FixProvider {
  /** The edits that fix all findings that pass the filter, in as many rounds as needed. */
  readonly fixAll: (filter: FindingFilter, scope?: FixScope) => readonly Edit[]
  /** The edit that suppresses a code in the line of an offset, or in the whole file; null if it is suppressed already. */
  readonly ignore: (code: string, offset: number, scope: 'next-line' | 'file') => Edit | null
  /** The edits that update the table of contents. */
  readonly syncToc: () => readonly Edit[]
}

/** Whether a finding begins in the idea. */
export function isInIdea(idea: PlacedIdea, { span }: Finding): boolean {
  const { start, end } = ideaSpan(idea)
  return start <= span.start && span.start < end
}

/**
 * All fixes to offer for a finding. `fixes` may fix other findings along with it (rewriting the whole table of contents);
 * `individualFixes` fix only this one (adding its entry), and are offered in addition if they do not do the same.
 */
export function availableFixes(finding: Finding): readonly Fix[] {
  const fixes = finding.fixes?.() ?? []
  const individual = finding.individualFixes?.() ?? []
  return [...fixes, ...individual.filter(({ isSameAsShared }) => !isSameAsShared)]
}

/** The edits of a code action in the current text; null if what it was about no longer exists. */
export function resolveEdits(data: CodeActionData, findings: readonly Finding[], provider: FixProvider): readonly Edit[] | null {
  switch (data.kind) {
    case 'fix': {
      const finding = nearestFinding(findings, data)
      return (finding && availableFixes(finding).find(({ title }) => title === data.title)?.edits) ?? null
    }
    case 'all':
      return provider.fixAll(data.code === null ? () => true : hasCode(data.code))
    case 'idea':
      return provider.fixAll((finding, file) => {
        const idea = ideaInFile(file, data)
        return idea !== undefined && isInIdea(idea, finding)
      }, 'finding')
    case 'ignore-line': {
      const finding = nearestFinding(findings, data)
      return finding ? singleEdit(provider.ignore(data.code, finding.span.start, 'next-line')) : null
    }
    case 'ignore-file':
      return singleEdit(provider.ignore(data.code, 0, 'file'))
    case 'sync-toc':
      return provider.syncToc()
  }
}

const singleEdit = (edit: Edit | null): readonly Edit[] | null => edit && [edit]

/** The finding with the same code and message that is nearest to where it was. */
function nearestFinding(
  findings: readonly Finding[],
  { code, message, start }: { readonly code: string; readonly message: string; readonly start: number },
): Finding | undefined {
  const equal = findings.filter((finding) => finding.code === code && finding.message === message)
  const distance = (finding: Finding): number => Math.abs(finding.span.start - start)
  return equal.reduce<Finding | undefined>((best, each) => (best && distance(best) <= distance(each) ? best : each), undefined)
}

function ideaInFile(
  file: IdeaFile,
  { anchor, at }: { readonly anchor: string | null; readonly at: number },
): PlacedIdea | undefined {
  const ideas = file.projects.flatMap((project) => project.ideas)
  return ideas.find((idea) => (anchor === null ? ideaSpan(idea).start <= at && at < ideaSpan(idea).end : idea.anchor === anchor))
}
