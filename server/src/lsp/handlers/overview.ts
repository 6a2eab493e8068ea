import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { overviewCsv } from '../../features/overview/csv.ts'
import { findingsOverview } from '../../features/overview/findingCounts.ts'
import { createListRecords, type ListRecord } from '../../features/overview/ideaRecords.ts'
import { overview } from '../../features/overview/overview.ts'
import { rowPlaces } from '../../features/overview/places.ts'
import { ruleList } from '../../features/ruleDocs.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import {
  type FindingsOverview,
  type Overview,
  type OverviewPlace,
  type OverviewPlacesParams,
  type OverviewTable,
  overviewChangedNotification,
  overviewCsvRequest,
  overviewFindingsRequest,
  overviewPlacesRequest,
  overviewRequest,
} from '../../protocol/overview.ts'
import { rules } from '../../rules/index.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { guard, sendSafely } from '../guard.ts'
import { WorkspaceFindings } from '../workspace/workspaceFindings.ts'
import type { RequestHandler, Session } from './handler.ts'

type IsCancelled = () => boolean

/** The workspace in numbers, for a client that shows it; it hears once of what has changed since it asked. */
export const overviewService: RequestHandler = {
  capability: {},
  offered: () => true,
  listen: (session) => {
    const { connection, workspace } = session
    const found = new WorkspaceFindings(session)
    const factsOf = createListRecords()
    const facts = (): readonly ListRecord[] => workspace.lists().map(factsOf)
    const summaries = new Map(ruleList(rules).map(({ code, summary }) => [code, summary]))
    let toBeTold = false
    const changed = (): void => {
      if (!toBeTold) return
      toBeTold = false
      sendSafely(() => connection.sendNotification(overviewChangedNotification))
    }
    session.onDidChangeLists(changed)

    /** Null is answered as cancelled. A client that sends no parameters gets its answer all the same, and cannot cancel it. */
    const onRequest = <R>(
      method: string,
      fallback: R,
      answer: (params: unknown, isCancelled: IsCancelled) => Promise<R | null>,
    ) =>
      connection.onRequest<unknown, never>(method, async (params: unknown, token?: CancellationToken) => {
        const isCancelled = (): boolean => token?.isCancellationRequested === true
        const cancelled = new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled`)
        if (isCancelled()) return cancelled
        return answer(params, isCancelled).then(
          (result) => result ?? cancelled,
          (error: unknown) =>
            guard(connection, method, '', fallback, () => {
              throw error
            }),
        )
      })

    onRequest<Overview | null>(overviewRequest, null, async (params) => {
      const complete = await isLoaded(session)
      await readFacts(session, factsOf)
      if (!complete) void workspace.whenLoaded().then(changed)
      toBeTold = true
      return { ...overview(facts(), yearIn(params)), complete }
    })
    onRequest<FindingsOverview | null>(overviewFindingsRequest, null, async (params, isCancelled) => {
      const all = await found.find(isCancelled)
      return all && findingsOverview(all, yearIn(params), summaries)
    })
    onRequest<readonly OverviewPlace[]>(overviewPlacesRequest, [], async (params, isCancelled) => {
      const wanted = placesParams(params)
      if (wanted === null) return []
      const all = wanted.table === 'findings' ? await found.find(isCancelled) : []
      if (all === null) return null
      return rowPlaces(facts(), all, wanted).flatMap(({ uri, span, title, detail }) => {
        const lines = session.elsewhere(uri)
        return lines ? [{ uri, range: toLspRange(lines, span), title, detail }] : []
      })
    })
    onRequest<string | null>(overviewCsvRequest, null, async (params, isCancelled) => {
      const all = await found.find(isCancelled)
      const year = yearIn(params)
      return all && overviewCsv(overview(facts(), year), findingsOverview(all, year, summaries))
    })
  },
}

/** Whether nothing is being loaded; has it begin where nothing has. */
const isLoaded = (session: Session): Promise<boolean> =>
  Promise.race([session.workspace.whenLoaded().then(() => true), session.pause().then(() => false)])

// milliseconds for which facts are put together before others get their turn
const atATime = 1

/** Has the facts of all lists put together, in pieces: the first time that is more work than one answer may be. */
async function readFacts(session: Session, factsOf: (list: ListSummary) => ListRecord): Promise<void> {
  let end = performance.now() + atATime
  for (const list of session.workspace.lists()) {
    factsOf(list)
    if (performance.now() < end) continue
    await session.pause()
    end = performance.now() + atATime
  }
}

/** A client may send anything. */
const paramOf = (params: unknown, key: string): unknown =>
  typeof params === 'object' && params !== null ? Reflect.get(params, key) : undefined

const yearIn = (params: unknown): number | null => {
  const year = paramOf(params, 'year')
  return typeof year === 'number' ? year : null
}

const tables: readonly string[] = [
  'lists',
  'projects',
  'mentors',
  'sizes',
  'skills',
  'findings',
] satisfies readonly OverviewTable[]
const isTable = (value: unknown): value is OverviewTable => typeof value === 'string' && tables.includes(value)

const placesParams = (params: unknown): OverviewPlacesParams | null => {
  const [table, key] = [paramOf(params, 'table'), paramOf(params, 'key')]
  return isTable(table) && typeof key === 'string' ? { table, key, year: yearIn(params) } : null
}
