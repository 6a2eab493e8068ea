import { syncToc } from '../../editing/toc/syncToc.ts'
import { tocSpan } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import { fixAllKind, syncTocKind } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import { intersects, type Span } from '../../text/span.ts'
import { availableFixes, type CodeActionData, isInIdea } from './resolve.ts'

export const quickFixKind = 'quickfix'
export const rewriteKind = 'refactor.rewrite'

/** One entry of the list that an editor offers at a place. */
export interface Action {
  readonly title: string
  readonly kind: typeof quickFixKind | typeof fixAllKind | typeof syncTocKind | typeof rewriteKind
  /** The findings that it is about. */
  readonly findings: readonly Finding[]
  /** Whether it is the one that is taken where a person asks for no list. */
  readonly preferred: boolean
  /** What it edits, to be worked out when it is chosen. */
  readonly job: CodeActionData | null
  /** The code whose page it opens. */
  readonly explains?: string
}

/**
 * What an action offers when a place in a file is asked about; `only` are the kinds that are wanted, undefined for any. `hasLabel`
 * tells the findings that the editor means wherever they stand: some ask about a line by its first column.
 */
export function codeActions(
  file: IdeaFile,
  findings: readonly Finding[],
  span: Span,
  only: readonly string[] | undefined,
  isNamed: (finding: Finding) => boolean = () => false,
): readonly Action[] {
  const place = lineOf(file.text, span)
  const here = findings.filter((finding) => intersects(finding.span, place) || isNamed(finding))
  const wantsQuickFixes = here.length > 0 && isWanted(quickFixKind, only)
  return [
    ...(wantsQuickFixes ? quickFixes(file, findings, here) : []),
    // an editor that asks for anything gets it once, as a quick fix where something is wrong
    ...(isWanted(fixAllKind, only) && !(wantsQuickFixes && only === undefined) ? fixEverything(findings, fixAllKind, 1) : []),
    ...tocActions(file, span, only),
  ]
}

/** Where the table of contents is out of step: for those who ask for source actions, and for anybody who stands in it. */
function tocActions(file: IdeaFile, span: Span, only: readonly string[] | undefined): readonly Action[] {
  const isInside = file.toc !== null && intersects(tocSpan(file.toc), span)
  const kinds = [
    ...(only !== undefined && isWanted(syncTocKind, only) ? ([syncTocKind] as const) : []),
    ...(isInside && isWanted(rewriteKind, only) ? ([rewriteKind] as const) : []),
  ]
  if (kinds.length === 0 || syncToc(file).length === 0) return []
  return kinds.map((kind) => batch('Synchronize the table of contents', kind, [], { kind: 'sync-toc' }))
}

/** Kinds are a tree: `source` asks for `source.fixAll` too. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))

/** The whole line for a cursor in its first column, which stands for the line; else the place itself. */
function lineOf(text: string, { start, end }: Span): Span {
  if (start !== end || !/^[\r\n\ufeff]?$/.test(text.slice(Math.max(0, start - 1), start))) return { start, end }
  const length = text.slice(start).search(/[\r\n]/)
  return { start, end: length < 0 ? text.length : start + length }
}

const isSafe = (finding: Finding): boolean => finding.fix === 'safe'

function quickFixes(file: IdeaFile, findings: readonly Finding[], here: readonly Finding[]): readonly Action[] {
  const codes = [...new Set(here.map(({ code }) => code))]
  const withCode = (code: string): readonly Finding[] => here.filter((finding) => finding.code === code)
  return [
    ...joined(here.flatMap(fixesOf)),
    ...codes.flatMap((code) => fixCode(findings, code, withCode(code))),
    ...fixIdea(findings, ideaAround(file, here)),
    ...(here.some(isSafe) ? fixEverything(findings, quickFixKind, 2) : []),
    ...codes.flatMap((code) => ignore(code, withCode(code))),
    ...codes.map((code) => explainAction(code, withCode(code))),
  ]
}

interface OneFix {
  readonly action: Action
  readonly edits: string
}

function fixesOf(finding: Finding): readonly OneFix[] {
  const { code, message, span } = finding
  const fixes = availableFixes(finding)
  const best = fixes.findIndex(({ kind }) => kind === 'safe')
  return fixes.map(({ title, edits }, index) => {
    const job: CodeActionData = { kind: 'fix', code, message, title, start: span.start }
    return { action: { ...batch(title, quickFixKind, [finding], job), preferred: index === best }, edits: JSON.stringify(edits) }
  })
}

/** Findings that the same edit mends (a table of contents that is written anew) share an entry. */
function joined(fixes: readonly OneFix[]): readonly Action[] {
  const byEdits = new Map<string, Action>()
  for (const { action, edits } of fixes) {
    const key = `${action.title} ${edits}`
    const known = byEdits.get(key)
    byEdits.set(key, known ? { ...known, findings: [...known.findings, ...action.findings] } : action)
  }
  return [...byEdits.values()]
}

function fixCode(findings: readonly Finding[], code: string, here: readonly Finding[]): readonly Action[] {
  const alike = findings.filter((finding) => finding.code === code && isSafe(finding))
  if (alike.length < 2 || !here.some(isSafe)) return []
  return [batch(`Fix all ${code} problems in this file`, quickFixKind, here, { kind: 'all', code })]
}

function fixIdea(findings: readonly Finding[], idea: PlacedIdea | null): readonly Action[] {
  if (idea === null) return []
  const safe = findings.filter((finding) => isSafe(finding) && isInIdea(idea, finding))
  if (safe.length < 2) return []
  return [batch('Fix all safe problems in this idea', quickFixKind, safe, { kind: 'idea', anchor: idea.anchor, at: idea.at })]
}

function fixEverything(findings: readonly Finding[], kind: Action['kind'], least: number): readonly Action[] {
  const safe = findings.filter(isSafe)
  return safe.length < least ? [] : [batch('Fix all safe problems in this file', kind, safe, { kind: 'all', code: null })]
}

const batch = (title: string, kind: Action['kind'], findings: readonly Finding[], job: CodeActionData): Action => ({
  title,
  kind,
  findings,
  preferred: false,
  job,
})

/** The idea in which these findings stand; none where there are several, as an entry for each would not say which is which. */
function ideaAround(file: IdeaFile, here: readonly Finding[]): PlacedIdea | null {
  const ideas = file.projects
    .flatMap((project) => project.ideas)
    .filter((idea) => here.some((finding) => isInIdea(idea, finding)))
  return ideas.length === 1 ? ideas[0]! : null
}

// a comment is silenced by none above it
const unignorableLine = 'unused-suppression'

function ignore(code: string, here: readonly Finding[]): readonly Action[] {
  const [first] = here
  if (first === undefined) return []
  const { message, span } = first
  const line: CodeActionData = { kind: 'ignore-line', code, message, start: span.start }
  return [
    ...(code === unignorableLine ? [] : [batch(`Ignore ${code} on this line`, quickFixKind, [first], line)]),
    batch(`Ignore ${code} in this file`, quickFixKind, here, { kind: 'ignore-file', code }),
  ]
}

const explainAction = (code: string, findings: readonly Finding[]): Action => ({
  title: `Explain ${code}`,
  kind: quickFixKind,
  findings,
  preferred: false,
  job: null,
  explains: code,
})
