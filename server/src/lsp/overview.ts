import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { ruleList } from '../features/explain.ts'
import { overviewCsv } from '../features/overview/csv.ts'
import { createFacts, type Facts } from '../features/overview/entries.ts'
import { findingsOverview } from '../features/overview/found.ts'
import { overview } from '../features/overview/overview.ts'
import { placesOf } from '../features/overview/places.ts'
import { rangeOf } from '../features/range.ts'
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
} from '../protocol.ts'
import { rules } from '../rules/index.ts'
import { FoundInLists } from './foundInLists.ts'
import { guard, tell } from './guard.ts'
import type { Service, Session } from './service.ts'

/** The workspace in numbers, for a client that shows it; it hears once of what has changed since it asked. */
export const overviewService: Service = {
  capability: {},
  offered: () => true,
  listen: (session) => {
    const { connection, lists, workspace } = session
    const found = new FoundInLists(session)
    const factsOf = createFacts()
    const facts = (): readonly Facts[] => workspace.lists().map(factsOf)
    const summaries = new Map(ruleList(rules).map(({ code, summary }) => [code, summary]))
    let toBeTold = false
    const changed = (): void => {
      if (!toBeTold) return
      toBeTold = false
      tell(() => connection.sendNotification(overviewChangedNotification))
    }
    session.whenListsChange(changed)

    const onRequest = <R>(
      method: string,
      fallback: R,
      answer: (params: unknown, token: CancellationToken) => Promise<R | null>,
    ) =>
      connection.onRequest<unknown, never>(method, async (params: unknown, token) => {
        const cancelled = new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled`)
        if (token.isCancellationRequested) return cancelled
        return answer(params, token).then(
          (result) => result ?? cancelled,
          (error: unknown) =>
            guard(connection, method, '', fallback, () => {
              throw error
            }),
        )
      })
    const find = (token: CancellationToken) => found.find(() => token.isCancellationRequested)

    onRequest<Overview | null>(overviewRequest, null, async (params) => {
      const complete = await isLoaded(session)
      if (!complete) void lists.whole().then(changed)
      toBeTold = true
      return { ...overview(facts(), yearIn(params)), complete }
    })
    onRequest<FindingsOverview | null>(overviewFindingsRequest, null, async (params, token) => {
      const all = await find(token)
      return all && findingsOverview(all, yearIn(params), summaries)
    })
    onRequest<readonly OverviewPlace[]>(overviewPlacesRequest, [], async (params, token) => {
      const wanted = placesParams(params)
      if (wanted === null) return []
      const all = wanted.table === 'findings' ? await find(token) : []
      if (all === null) return null
      return placesOf(facts(), all, wanted).flatMap(({ uri, span, title, detail }) => {
        const lines = session.elsewhere(uri)
        return lines ? [{ uri, range: rangeOf(lines, span), title, detail }] : []
      })
    })
    onRequest<string | null>(overviewCsvRequest, null, async (params, token) => {
      const all = await find(token)
      const year = yearIn(params)
      return all && overviewCsv(overview(facts(), year), findingsOverview(all, year, summaries))
    })
  },
}

/** Whether nothing is being loaded; has it begin where nothing has. */
const isLoaded = ({ lists }: Session): Promise<boolean> =>
  Promise.race([lists.whole().then(() => true), lists.pause().then(() => false)])

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
