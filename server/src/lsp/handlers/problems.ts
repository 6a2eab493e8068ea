import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { listProblems } from '../../features/overview/listProblems.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import {
  type FixListsParams,
  fixListsRequest,
  type ListFixes,
  type ProblemList,
  type ProblemsParams,
  problemsChangedNotification,
  problemsRequest,
  type WantedProblems,
} from '../../protocol/problems.ts'
import type { FindingFilter } from '../../rules/engine/fixAll.ts'
import { spanBeforeEdits } from '../../text/spanBeforeEdits.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { sendGuarded } from '../guard.ts'
import { runPaced } from '../scheduling/pacer.ts'
import type { Session } from '../session.ts'
import { findingsOfChanges } from '../workspace/changedProblems.ts'
import { WorkspaceFindings } from '../workspace/workspaceFindings.ts'
import { authoringInDocument } from './authoring.ts'
import { fixProviderFor } from './fixProvider.ts'
import { projectFileProblems } from './projectFileProblems.ts'
import { perSession, type RequestHandler, requestHandler } from './requestHandler.ts'

const place = z.object({ line: z.number(), character: z.number() })
const wantedProblem = z.object({ code: z.string(), range: z.object({ start: place, end: place }) })
const fixListsSchema = z.object({
  lists: z.optional(z.array(z.object({ uri: z.string(), problems: z.array(wantedProblem) }))),
})
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
      // a project file has no ideas, so changes of lists are not responsible for it
      const files =
        changed || !all
          ? []
          : await projectFileProblems(
              all.map(({ list }) => list.uri),
              session,
            )
      const lists = found.flatMap((each) => {
        const lines = each.findings.length > 0 ? session.lists.linesOf(each.list.uri) : null
        const { uri, programme } = each.list
        return lines ? [{ uri, label: programme.label, problems: listProblems(each, lines) }] : []
      })
      return [...files, ...lists]
    },
  }),
  requestHandler({
    type: new RequestType<FixListsParams, readonly ListFixes[], never>(fixListsRequest),
    scope: 'workspace',
    // what cannot be read asks for nothing to be fixed
    parse: (params) => fixListsSchema.safeParse(params).data ?? { lists: [] },
    fallback: [],
    answer: async ({ lists }, session, { isCancelled, cancelled }) => {
      const wanted = lists && new Map(lists.map(({ uri, problems }) => [uri, problems]))
      await session.lists.whenCurrent()
      const fixes: ListFixes[] = []
      for (const { uri, text, programme } of session.lists.lists()) {
        const problems = wanted?.get(uri)
        if (wanted && !problems?.length) continue
        const edits = await safeProblemEdits({ uri, text }, problems, session, isCancelled)
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

/** Selects the problems that were asked for, and no other that a fix reveals. */
const wantedFilter = (problems: WantedProblems['problems'], { lines }: OpenDocument): FindingFilter => {
  const keyOf = ({ code, range: { start, end } }: WantedProblems['problems'][number]): string =>
    JSON.stringify([code, start.line, start.character, end.line, end.character])
  const wanted = new Set(problems.map(keyOf))
  return ({ code, span }, _, edits = []) => {
    const before = spanBeforeEdits(edits, span)
    return before !== null && wanted.has(keyOf({ code, range: toLspRange(lines, before) }))
  }
}

/** The edits that fix a list as it is in the index, with unsaved changes: all that is safe, or only these problems. */
const safeProblemEdits = (
  list: { readonly uri: string; readonly text: string },
  problems: WantedProblems['problems'] | undefined,
  session: Session,
  isCancelled: () => boolean,
): Promise<ListFixes['edits'] | null> =>
  authoringInDocument(list, session, async (document) => {
    if (!session.configuration.of(list.uri).enabled) return []
    const fixes = fixProviderFor(document, session)
    // of the problems of others, none may be fixed along with these
    const steps = problems ? fixes.fixAll(wantedFilter(problems, document), 'finding') : fixes.fixAll(() => true)
    const edits = await runPaced(steps, () => session.pacer.pause(), isCancelled)
    return edits?.map(({ span: { start, end }, newText }) => ({ start, end, newText })) ?? null
  })
