import { ideaSpan } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import { type FindingFilter, type FixScope, hasCode } from '../../rules/engine/fixAll.ts'
import type { Finding, Fix } from '../../rules/rule.ts'
import type { Edit } from '../../text/edits.ts'

/**
 * What a code action edits, in words that hold on after the text has changed: edits are worked out for the version that is current
 * when the action is chosen. `start` and `at` are UTF-16 offsets in the file as it was, to tell equal findings apart.
 */
export type CodeActionData =
  | { readonly kind: 'fix'; readonly code: string; readonly message: string; readonly title: string; readonly start: number }
  /** Everything safe, or that of one code. */
  | { readonly kind: 'all'; readonly code: string | null }
  /** Everything safe in the idea with this anchor; in one without a heading, that at the place. */
  | { readonly kind: 'idea'; readonly anchor: string | null; readonly at: number }
  | { readonly kind: 'ignore-line'; readonly code: string; readonly message: string; readonly start: number }
  | { readonly kind: 'ignore-file'; readonly code: string }
  | { readonly kind: 'sync-toc' }

/** What a job needs beside the findings. */
export interface FixProvider {
  /** The edits that mend all wanted findings of the file, in as many rounds as it takes. */
  readonly fixAll: (wanted: FindingFilter, reach?: FixScope) => readonly Edit[]
  /** The edit that silences a code in the line of an offset, or in the whole file; null where something does so already. */
  readonly ignore: (code: string, offset: number, reach: 'next-line' | 'file') => Edit | null
  /** The edits that bring the table of contents in step. */
  readonly syncToc: () => readonly Edit[]
}

/** Whether a finding stands in the idea. */
export function isInIdea(idea: PlacedIdea, { span }: Finding): boolean {
  const { start, end } = ideaSpan(idea)
  return start <= span.start && span.start < end
}

/** What is offered for a finding: its fixes, and those of it alone where they do something else. */
export function availableFixes(finding: Finding): readonly Fix[] {
  const fixes = finding.fixes?.() ?? []
  const known = new Set(fixes.map(({ edits }) => JSON.stringify(edits)))
  const alone = finding.individualFixes?.() ?? []
  return [...fixes, ...alone.filter(({ edits }) => edits.length > 0 && !known.has(JSON.stringify(edits)))]
}

/** The edits of a job in the file as it stands now; null where what it was about is gone. */
export function resolveEdits(job: CodeActionData, findings: readonly Finding[], means: FixProvider): readonly Edit[] | null {
  switch (job.kind) {
    case 'fix': {
      const finding = nearest(findings, job)
      return (finding && availableFixes(finding).find(({ title }) => title === job.title)?.edits) ?? null
    }
    case 'all':
      return means.fixAll(job.code === null ? () => true : hasCode(job.code))
    case 'idea':
      return means.fixAll((finding, file) => {
        const idea = ideaOf(file, job)
        return idea !== undefined && isInIdea(idea, finding)
      }, 'finding')
    case 'ignore-line': {
      const finding = nearest(findings, job)
      return finding ? fixesInList(means.ignore(job.code, finding.span.start, 'next-line')) : null
    }
    case 'ignore-file':
      return fixesInList(means.ignore(job.code, 0, 'file'))
    case 'sync-toc':
      return means.syncToc()
  }
}

const fixesInList = (edit: Edit | null): readonly Edit[] | null => edit && [edit]

interface Sought {
  readonly code: string
  readonly message: string
  readonly start: number
}

/** The finding that says the same, of several the one nearest to where it was. */
function nearest(findings: readonly Finding[], { code, message, start }: Sought): Finding | undefined {
  const alike = findings.filter((finding) => finding.code === code && finding.message === message)
  const distance = (finding: Finding): number => Math.abs(finding.span.start - start)
  return alike.reduce<Finding | undefined>((best, each) => (best && distance(best) <= distance(each) ? best : each), undefined)
}

function ideaOf(file: IdeaFile, { anchor, at }: { readonly anchor: string | null; readonly at: number }): PlacedIdea | undefined {
  const ideas = file.projects.flatMap((project) => project.ideas)
  return ideas.find((idea) => (anchor === null ? ideaSpan(idea).start <= at && at < ideaSpan(idea).end : idea.anchor === anchor))
}

/** Reads a job that a client has kept for us; null for anything else. */
export function parseCodeActionData(value: unknown): CodeActionData | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null
  const has = (key: string, type: 'string' | 'number'): boolean => typeof Reflect.get(value, key) === type
  const isNull = (key: string): boolean => Reflect.get(value, key) === null
  const checks: Readonly<Record<CodeActionData['kind'], boolean>> = {
    fix: has('code', 'string') && has('message', 'string') && has('title', 'string') && has('start', 'number'),
    all: has('code', 'string') || isNull('code'),
    idea: has('at', 'number') && (has('anchor', 'string') || isNull('anchor')),
    'ignore-line': has('code', 'string') && has('message', 'string') && has('start', 'number'),
    'ignore-file': has('code', 'string'),
    'sync-toc': true,
  }
  return typeof value.kind === 'string' && Object.hasOwn(checks, value.kind) && checks[value.kind as CodeActionData['kind']]
    ? (value as CodeActionData)
    : null
}
