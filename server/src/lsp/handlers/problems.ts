import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { listProblems } from '../../features/overview/listProblems.ts'
import {
  type FixListsParams,
  fixListsRequest,
  type ListFixes,
  type ProblemList,
  type ProblemsParams,
  problemsChangedNotification,
  problemsRequest,
} from '../../protocol/problems.ts'
import type { FindingFilter } from '../../rules/engine/fixAll.ts'
import { sendGuarded } from '../guard.ts'
import { runPaced } from '../scheduling/pacer.ts'
import type { Session } from '../session.ts'
import { findingsOfChanges } from '../workspace/changedProblems.ts'
import { WorkspaceFindings } from '../workspace/workspaceFindings.ts'
import { authoringInDocument } from './authoring.ts'
import { fixProviderFor } from './fixProvider.ts'
import { perSession, type RequestHandler, requestHandler } from './requestHandler.ts'

const names = z.optional(z.array(z.string()))
const fixListsSchema = z.object({ uris: names, codes: names, severities: names })
const problemsSchema = z.object({
  changed: z.optional(z.array(z.object({ uri: z.string(), before: z.nullable(z.string()) }))),
})

/** The problems of all lists, and the fixes of all that is safe to fix in them. */
export const problemHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<ProblemsParams, readonly ProblemList[], never>(problemsRequest),
    scope: 'workspace',
    parse: (params) => problemsSchema.safeParse(params).data ?? {},
    fallback: [],
    answer: async ({ changed }, session, { isCancelled, cancelled }) => {
      const { findings, reportChange } = problemsOf(session)
      reportChange()
      const all = await findings.find(isCancelled)
      const found = all && changed ? await findingsOfChanges(all, changed, session, findings, isCancelled) : all
      if (found === null) return cancelled
      return found.flatMap((each) => {
        const lines = each.findings.length > 0 ? session.lists.linesOf(each.list.uri) : null
        const { uri, programme } = each.list
        return lines ? [{ uri, label: programme.label, problems: listProblems(each, lines) }] : []
      })
    },
  }),
  requestHandler({
    type: new RequestType<FixListsParams, readonly ListFixes[], never>(fixListsRequest),
    scope: 'workspace',
    parse: (params) => fixListsSchema.safeParse(params).data ?? {},
    fallback: [],
    answer: async ({ uris, codes, severities }, session, { isCancelled, cancelled }) => {
      const isWanted: FindingFilter = ({ code, severity }) =>
        (codes?.includes(code) ?? true) && (severities?.includes(severity) ?? true)
      await session.lists.whenCurrent()
      const fixes: ListFixes[] = []
      for (const { uri, text, programme } of session.lists.lists()) {
        if (uris?.includes(uri) === false) continue
        const edits = await safeProblemEdits({ uri, text }, isWanted, session, isCancelled)
        if (edits === null) return cancelled
        if (edits.length > 0) fixes.push({ uri, label: programme.label, text, edits })
      }
      return fixes
    },
  }),
]

const problemsOf = perSession((session) => {
  // one notification for all changes after a request
  let isWaiting = false
  session.onDidChangeLists(() => {
    if (isWaiting) sendGuarded(() => session.connection.sendNotification(problemsChangedNotification))
    isWaiting = false
  })
  const reportChange = (): void => {
    isWaiting = true
  }
  return { findings: new WorkspaceFindings(session), reportChange }
})

/** The edits that fix a list as it is in the index: with unsaved changes. */
const safeProblemEdits = (
  list: { readonly uri: string; readonly text: string },
  isWanted: FindingFilter,
  session: Session,
  isCancelled: () => boolean,
): Promise<ListFixes['edits'] | null> =>
  authoringInDocument(list, session, async (document) => {
    if (!session.configuration.of(list.uri).enabled) return []
    const steps = fixProviderFor(document, session).fixAll(isWanted)
    const edits = await runPaced(steps, () => session.pacer.pause(), isCancelled)
    return edits?.map(({ span: { start, end }, newText }) => ({ start, end, newText })) ?? null
  })
