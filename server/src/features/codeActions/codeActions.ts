import * as l10n from '@vscode/l10n'
import { isProjectFile } from '../../config/projectFileSchema.ts'
import { syncToc } from '../../editing/toc/syncToc.ts'
import { tocNodeSpan } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import { fixAllKind, syncTocKind } from '../../protocol/protocol.ts'
import { type FixCandidate, safeFixesAmong, type UpdateFile } from '../../rules/engine/safeFixes.ts'
import type { Finding, Fix } from '../../rules/rule.ts'
import type { Edit } from '../../text/edits.ts'
import { groupBy } from '../../text/groupBy.ts'
import { lowerBound } from '../../text/lowerBound.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import { intersects, type Span } from '../../text/span.ts'
import { type HeadlessIdeaChoice, headlessIdeaChoices } from './headlessIdeaChoices.ts'
import { missingFieldCode } from './missingFields.ts'
import { type CodeActionData, type FindingData, fixesToResolve, isFindingInIdea } from './resolveCodeAction.ts'

/** LSP's `CodeActionKind.QuickFix`. */
export const quickFixKind = 'quickfix'
/** LSP's `CodeActionKind.RefactorRewrite`. */
export const rewriteKind = 'refactor.rewrite'

/** A code action before it is resolved. */
export interface Action {
  readonly title: string
  readonly kind: typeof quickFixKind | typeof fixAllKind | typeof syncTocKind | typeof rewriteKind
  /** The findings that it fixes or is about. */
  readonly findings: readonly Finding[]
  /** LSP's `isPreferred`: what an editor applies without a menu. */
  readonly preferred: boolean
  /** From which its edits are computed when it is chosen. */
  readonly data: CodeActionData | null
  /** The rule whose documentation it opens. */
  readonly explains?: string
  /** The rule that it turns off in the configuration file. */
  readonly turnsOff?: string
}

/** What code actions are requested for. */
export interface ActionRequest<File extends IdeaFile> {
  readonly span: Span
  /** The requested kinds; undefined for all. */
  readonly only: readonly string[] | undefined
  /** Findings that the editor names itself, wherever they are: some editors ask about a line by its first column. */
  readonly isReported?: (finding: Finding) => boolean
  /** Reads the file with a fix, to find out whether it is safe. */
  readonly update: UpdateFile<File>
}

/** The code actions for a span of a file, in steps. */
export function* codeActions<File extends IdeaFile>(
  file: File,
  findings: readonly Finding[],
  { span, only, isReported = () => false, update }: ActionRequest<File>,
): Generator<void, readonly Action[]> {
  const asked = codeActionSpan(file.text, span)
  const here = findings.filter((finding) => intersects(finding.span, asked) || isReported(finding))
  const wantsQuickFixes = here.length > 0 && isActionRequested(quickFixKind, only)
  return [
    ...(isActionRequested(quickFixKind, only) ? headlessIdeaChoices(file, findings, asked, here).map(headlessIdeaAction) : []),
    ...(wantsQuickFixes ? yield* quickFixActions(file, findings, here, update) : []),
    // an editor that asks for all kinds gets it once: as a quick fix if there is a finding, otherwise as a source action
    ...(isActionRequested(fixAllKind, only) && !(wantsQuickFixes && only === undefined)
      ? fixAllInFileAction(findings, findings, fixAllKind, 1)
      : []),
    ...tocActions(file, span, only),
  ]
}

/** Updates the table of contents: a source action if requested as such, a rewrite if the cursor is in the table. */
function tocActions(file: IdeaFile, span: Span, only: readonly string[] | undefined): readonly Action[] {
  const isInside = file.toc !== null && intersects(tocNodeSpan(file.toc), span)
  const kinds = [
    ...(only !== undefined && isActionRequested(syncTocKind, only) ? ([syncTocKind] as const) : []),
    ...(isInside && isActionRequested(rewriteKind, only) ? ([rewriteKind] as const) : []),
  ]
  if (kinds.length === 0 || tocSyncEdits(file).length === 0) return []
  return kinds.map((kind) => newAction(l10n.t('Update the table of contents'), kind, [], { kind: 'sync-toc' }))
}

/** Worked out once for each version: the cursor may move within a long table. */
const tocSyncEdits = memoByIdentity((file: IdeaFile): readonly Edit[] => syncToc(file))

/** Kinds are hierarchical: a request for `source` includes `source.fixAll`. */
export const isActionRequested = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))

/** The whole line for a cursor in its first column; otherwise the span itself. */
function codeActionSpan(text: string, { start, end }: Span): Span {
  if (start !== end || !/^[\r\n\ufeff]?$/.test(text.slice(Math.max(0, start - 1), start))) return { start, end }
  const length = text.slice(start).search(/[\r\n]/)
  return { start, end: length < 0 ? text.length : start + length }
}

const isSafelyFixedByAction = (finding: Finding): boolean => finding.fix === 'safe'

function* quickFixActions<File extends IdeaFile>(
  file: File,
  findings: readonly Finding[],
  here: readonly Finding[],
  update: UpdateFile<File>,
): Generator<void, readonly Action[]> {
  const fixable: FixableFinding[] = []
  for (const finding of here.slice(0, maxFindingsWithFixes)) {
    const fixes = here.length <= maxForIndividual ? fixesToResolve(finding) : (finding.fixes?.() ?? [])
    fixable.push({ finding, fixes })
    yield
  }
  const preferred = yield* safeFixesAmong(file, fixable.flatMap(safeFixForCodeAction), update)
  const byCode = [...groupBy(here, ({ code }) => code)]
  return [
    ...mergeEqualFixActions(fixable.flatMap((each) => fixActions(each, preferred))),
    ...byCode.flatMap(([code, own]) => fixAllOfCodeAction(findings, code, own)),
    ...allMissingFieldsAction(findings, here, onlyIdeaForCodeAction(file, here)),
    ...fixAllInIdeaAction(findings, onlyIdeaForCodeAction(file, here)),
    ...(here.some(isSafelyFixedByAction) ? fixAllInFileAction(findings, here, quickFixKind, 2) : []),
    // JSON has no such comments
    ...(isProjectFile(file.path) ? [] : byCode.flatMap(([code, own]) => ignoreActions(code, own))),
    ...byCode.map(([code, own]) => turnOffAction(code, own)),
    ...byCode.map(([code, own]) => explainAction(code, own)),
  ]
}

/**
 * With more findings in the span, only the first of them get fixes of their own: a longer menu has no use. Actions that fix or
 * ignore several of them are offered all the same, and the others get theirs where they are.
 */
const maxFindingsWithFixes = 1000

const headlessIdeaAction = ({ title, finding }: HeadlessIdeaChoice): Action =>
  newAction(title, quickFixKind, [finding], { kind: 'headless-idea', start: finding.span.start })

interface FixAction {
  readonly action: Action
  readonly edits: readonly Edit[]
}

/** With more findings in the span, fixes of single findings are not offered if others fix them along: each takes a look at the whole file. */
const maxForIndividual = 100

/** A finding with its fixes. */
interface FixableFinding {
  readonly finding: Finding
  readonly fixes: readonly Fix[]
}

const safeFixForCodeAction = ({ finding, fixes }: FixableFinding): readonly FixCandidate[] => {
  const fix = fixes.find(({ kind }) => kind === 'safe')
  return fix ? [{ finding, fix }] : []
}

function fixActions({ finding, fixes }: FixableFinding, preferred: ReadonlySet<Fix>): readonly FixAction[] {
  return fixes.map((fix) => {
    const { title, edits } = fix
    const action = newAction(title, quickFixKind, [finding], { kind: 'fix', title, ...codeActionFindingData(finding) })
    return { action: { ...action, preferred: preferred.has(fix) }, edits }
  })
}

const codeActionFindingData = ({ code, message, span }: Finding): FindingData => ({ code, message, start: span.start })

/** Findings that the same edits fix (such as rewriting the table of contents) share one action. */
function mergeEqualFixActions(fixes: readonly FixAction[]): readonly Action[] {
  const merged = new Map<string, { readonly action: Action; readonly findings: Finding[] }>()
  const editsKey = codeActionJsonKeys()
  for (const { action, edits } of fixes) {
    const key = `${action.title} ${editsKey(edits)}`
    const equal = merged.get(key) ?? { action, findings: [] }
    merged.set(key, equal)
    equal.findings.push(...action.findings)
  }
  return [...merged.values()].map(({ action, findings }) => ({ ...action, findings }))
}

/** Keys of edits, each list made into JSON once: a thousand findings may share the edits of a whole table of contents. */
function codeActionJsonKeys(): (edits: readonly Edit[]) => string {
  const keys = new Map<readonly Edit[], string>()
  return (edits) => {
    const key = keys.get(edits) ?? JSON.stringify(edits)
    keys.set(edits, key)
    return key
  }
}

function fixAllOfCodeAction(findings: readonly Finding[], code: string, here: readonly Finding[]): readonly Action[] {
  const safe = findings.filter((finding) => finding.code === code && isSafelyFixedByAction(finding))
  if (safe.length < 2 || !here.some(isSafelyFixedByAction)) return []
  return [newAction(l10n.t`Fix all ${code} problems in this file`, quickFixKind, here, { kind: 'all', code })]
}

function allMissingFieldsAction(
  findings: readonly Finding[],
  here: readonly Finding[],
  idea: PlacedIdea | null,
): readonly Action[] {
  const isMissing = ({ code }: Finding): boolean => code === missingFieldCode
  if (idea === null || !here.some(isMissing)) return []
  const missing = findings.filter((finding) => isMissing(finding) && finding.fix !== 'none' && isFindingInIdea(idea, finding))
  if (missing.length < 2) return []
  const data: CodeActionData = { kind: 'missing-fields', anchor: idea.anchor, at: idea.at }
  return [newAction(l10n.t('Add all missing fields'), quickFixKind, missing, data)]
}

function fixAllInIdeaAction(findings: readonly Finding[], idea: PlacedIdea | null): readonly Action[] {
  if (idea === null) return []
  const safe = findings.filter((finding) => isSafelyFixedByAction(finding) && isFindingInIdea(idea, finding))
  if (safe.length < 2) return []
  return [
    newAction(l10n.t('Apply all safe fixes in this idea'), quickFixKind, safe, {
      kind: 'idea',
      anchor: idea.anchor,
      at: idea.at,
    }),
  ]
}

function fixAllInFileAction(
  findings: readonly Finding[],
  here: readonly Finding[],
  kind: Action['kind'],
  min: number,
): readonly Action[] {
  if (findings.filter(isSafelyFixedByAction).length < min) return []
  return [
    newAction(l10n.t('Apply all safe fixes in this file'), kind, here.filter(isSafelyFixedByAction), { kind: 'all', code: null }),
  ]
}

/** An action names this many of the findings that it fixes: all of those of a long list would be sent with each action. */
const maxFindingsOfAction = 1000

const newAction = (title: string, kind: Action['kind'], findings: readonly Finding[], data: CodeActionData): Action => ({
  title,
  kind,
  findings: findings.slice(0, maxFindingsOfAction),
  preferred: false,
  data,
})

/** The idea that contains findings; null if several do, as equal actions for each of them would be confusing. */
function onlyIdeaForCodeAction(file: IdeaFile, findings: readonly Finding[]): PlacedIdea | null {
  const ideas = file.projects.flatMap((project) => project.ideas)
  const around = new Set<PlacedIdea>()
  for (const finding of findings) {
    const idea = ideaForCodeAction(ideas, finding.span.start)
    if (idea !== undefined && isFindingInIdea(idea, finding)) around.add(idea)
    if (around.size > 1) return null
  }
  return [...around][0] ?? null
}

/** The last idea that begins at an offset or before it. */
const ideaForCodeAction = (ideas: readonly PlacedIdea[], offset: number): PlacedIdea | undefined =>
  ideas[lowerBound(ideas, ({ at }) => at <= offset) - 1]

// the finding is about a suppression: a suppression above it has no effect
const suppressionCode = 'unused-suppression'

function ignoreActions(code: string, here: readonly Finding[]): readonly Action[] {
  const [first] = here
  if (first === undefined) return []
  const line: CodeActionData = { kind: 'ignore-line', ...codeActionFindingData(first) }
  return [
    ...(code === suppressionCode ? [] : [newAction(l10n.t`Disable ${code} for this line`, quickFixKind, [first], line)]),
    newAction(l10n.t`Disable ${code} for this file`, quickFixKind, here, { kind: 'ignore-file', code }),
  ]
}

const turnOffAction = (code: string, findings: readonly Finding[]): Action => ({
  title: l10n.t`Disable ${code} for the workspace`,
  kind: quickFixKind,
  findings: findings.slice(0, maxFindingsOfAction),
  preferred: false,
  data: null,
  turnsOff: code,
})

const explainAction = (code: string, findings: readonly Finding[]): Action => ({
  title: l10n.t`Explain rule ${code}`,
  kind: quickFixKind,
  findings: findings.slice(0, maxFindingsOfAction),
  preferred: false,
  data: null,
  explains: code,
})
