import { ideaNodeSpan } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import { type FindingFilter, type FixScope, hasCodeToFix } from '../../rules/engine/fixAll.ts'
import type { Finding, Fix } from '../../rules/rule.ts'
import type { Edit } from '../../text/edits.ts'

/** Identifies a finding. */
export interface FindingData {
  readonly code: string
  readonly message: string
  /** UTF-16 offset. */
  readonly start: number
}

/**
 * Identifies what a code action edits (LSP's `CodeAction.data`). Edits are computed from the current text when the action is chosen.
 * Offsets are of the text at the time of the request; `moveCodeAction` makes them those of a later text.
 */
export type CodeActionData =
  | ({ readonly kind: 'fix'; readonly title: string } & FindingData)
  /** All safe fixes of the file, or those of one code. */
  | { readonly kind: 'all'; readonly code: string | null }
  /** All safe fixes of the idea with this anchor; of an idea without a heading, the one at the offset. */
  | { readonly kind: 'idea'; readonly anchor: string | null; readonly at: number }
  | ({ readonly kind: 'ignore-line' } & FindingData)
  | { readonly kind: 'ignore-file'; readonly code: string }
  | { readonly kind: 'sync-toc' }
  /** All missing fields of the idea with this anchor, or at the offset. */
  | { readonly kind: 'missing-fields'; readonly anchor: string | null; readonly at: number }
  /** An idea of the lines whose title is at an offset. */
  | { readonly kind: 'headless-idea'; readonly start: number }

/** Computes edits for the current text. */
export interface FixProvider {
  /** The edits that fix all findings that pass the filter, in as many rounds as needed; in steps. */
  readonly fixAll: (filter: FindingFilter, scope?: FixScope) => Generator<void, readonly Edit[]>
  /** The edit that suppresses a code in the line of an offset, or in the whole file; null if it is suppressed already. */
  readonly ignore: (code: string, offset: number, scope: 'next-line' | 'file') => Edit | null
  /** The edits that make an idea of the lines whose title is at an offset; null if there is none, or no place for it. */
  readonly headlessIdea: (offset: number) => readonly Edit[] | null
  /** The edits that add what the idea is missing, in steps. */
  readonly missingFields: (isInIdea: FindingFilter) => Generator<void, readonly Edit[]>
  /** The edits that update the table of contents. */
  readonly syncToc: () => readonly Edit[]
}

/** Whether a finding begins in the idea. */
export function isFindingInIdea(idea: PlacedIdea, { span }: Finding): boolean {
  const { start, end } = ideaNodeSpan(idea)
  return start <= span.start && span.start < end
}

/**
 * All fixes to offer for a finding. `fixes` may fix other findings along with it (rewriting the whole table of contents);
 * `individualFixes` fix only this one (adding its entry), and are offered in addition if they do not do the same.
 */
export function fixesToResolve(finding: Finding): readonly Fix[] {
  const fixes = finding.fixes?.() ?? []
  const individual = finding.individualFixes?.() ?? []
  return [...fixes, ...individual.filter(({ isSameAsShared }) => !isSameAsShared)]
}

/** The edits of a code action in the current text, in steps; null if what it was about no longer exists. */
export function* resolveEdits(
  data: CodeActionData,
  findings: readonly Finding[],
  provider: FixProvider,
): Generator<void, readonly Edit[] | null> {
  switch (data.kind) {
    case 'fix': {
      const finding = findingToResolve(findings, data)
      return (finding && fixesToResolve(finding).find(({ title }) => title === data.title)?.edits) ?? null
    }
    case 'all':
      return yield* provider.fixAll(data.code === null ? () => true : hasCodeToFix(data.code))
    case 'idea':
      return yield* provider.fixAll(isInIdeaToResolve(data), 'finding')
    case 'missing-fields':
      return yield* provider.missingFields(isInIdeaToResolve(data))
    case 'ignore-line': {
      const finding = findingToResolve(findings, data)
      return finding ? singleEditToResolve(provider.ignore(data.code, finding.span.start, 'next-line')) : null
    }
    case 'ignore-file':
      return singleEditToResolve(provider.ignore(data.code, 0, 'file'))
    case 'sync-toc':
      return provider.syncToc()
    case 'headless-idea':
      return provider.headlessIdea(data.start)
  }
}

const singleEditToResolve = (edit: Edit | null): readonly Edit[] | null => edit && [edit]

const findingToResolve = (findings: readonly Finding[], { code, message, start }: FindingData): Finding | undefined =>
  findings.find((finding) => finding.code === code && finding.message === message && finding.span.start === start)

/**
 * What a code action edits, found again in a later text of the file: equal findings and ideas are distinguished by where they
 * have moved. Null if the place itself was edited, for which `moved` answers null.
 */
export function moveCodeAction(
  data: CodeActionData,
  file: IdeaFile,
  moved: (offset: number) => number | null,
): CodeActionData | null {
  switch (data.kind) {
    case 'fix':
    case 'headless-idea':
    case 'ignore-line': {
      const start = moved(data.start)
      return start === null ? null : { ...data, start }
    }
    case 'missing-fields':
    case 'idea': {
      const at = moved(data.at)
      const idea = file.projects.flatMap(({ ideas }) => ideas).find((each) => each.at === at)
      return idea ? { ...data, anchor: idea.anchor, at: idea.at } : null
    }
    default:
      return data
  }
}

const isInIdeaToResolve =
  (data: { readonly anchor: string | null; readonly at: number }): FindingFilter =>
  (finding, file) => {
    const idea = ideaToResolve(file, data)
    return idea !== undefined && isFindingInIdea(idea, finding)
  }

function ideaToResolve(
  file: IdeaFile,
  { anchor, at }: { readonly anchor: string | null; readonly at: number },
): PlacedIdea | undefined {
  const ideas = file.projects.flatMap((project) => project.ideas)
  return ideas.find((idea) =>
    anchor === null ? ideaNodeSpan(idea).start <= at && at < ideaNodeSpan(idea).end : idea.anchor === anchor,
  )
}
