import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { findingsOverview } from '../../features/overview/findingCounts.ts'
import { createListRecords } from '../../features/overview/ideaRecords.ts'
import { overview } from '../../features/overview/overview.ts'
import { overviewCsv } from '../../features/overview/overviewCsv.ts'
import { rowPlaces } from '../../features/overview/rowPlaces.ts'
import { ruleList } from '../../features/ruleDocs.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import {
  type FindingsOverview,
  type Overview,
  type OverviewParams,
  type OverviewPlace,
  type OverviewPlacesParams,
  overviewChangedNotification,
  overviewCsvRequest,
  overviewFindingsRequest,
  overviewParts,
  overviewPlacesRequest,
  overviewRequest,
  overviewTables,
} from '../../protocol/overview.ts'
import { rules } from '../../rules/index.ts'
import { sendGuarded } from '../guard.ts'
import type { Session } from '../session.ts'
import { WorkspaceFindings } from '../workspace/workspaceFindings.ts'
import { parserOf } from './params.ts'
import { perSession, type RequestHandler, requestHandler } from './requestHandler.ts'

const year = z._default(z.nullable(z.number()), null)
const tableName = z.enum(overviewTables)
const yearSchema = z.object({ year })
const overviewRequestYear = (params: unknown): OverviewParams => yearSchema.safeParse(params).data ?? { year: null }

const summaries = new Map(ruleList(rules).map(({ code, summary }) => [code, summary]))

/** The workspace in numbers, for a client that shows it; it is notified once of changes after each request. */
export const overviewHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<OverviewParams, Overview | null, never>(overviewRequest),
    scope: 'workspace',
    parse: overviewRequestYear,
    fallback: null,
    answer: (params, session) => stateOf(session).overview(params.year),
  }),
  requestHandler({
    type: new RequestType<OverviewParams, FindingsOverview | null, never>(overviewFindingsRequest),
    scope: 'workspace',
    parse: overviewRequestYear,
    fallback: null,
    answer: async (params, session, { isCancelled, cancelled }) => {
      const found = await stateOf(session).findings.find(isCancelled)
      return found === null ? cancelled : findingsOverview(found, params.year, summaries)
    },
  }),
  requestHandler({
    type: new RequestType<OverviewPlacesParams, readonly OverviewPlace[], never>(overviewPlacesRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ table: tableName, key: z.string(), year, part: z.optional(z.enum(overviewParts)) })),
    fallback: [],
    answer: async (params, session, { isCancelled, cancelled }) => {
      const { findings, facts } = stateOf(session)
      const found = params.table === 'findings' || params.part === 'problems' ? await findings.find(isCancelled) : []
      if (found === null) return cancelled
      return rowPlaces(facts(), found, params).flatMap(({ uri, span, title, detail }) => {
        const lines = session.lists.linesOf(uri)
        return lines ? [{ uri, range: toLspRange(lines, span), title, detail }] : []
      })
    },
  }),
  requestHandler({
    type: new RequestType<OverviewParams, string | null, never>(overviewCsvRequest),
    scope: 'workspace',
    parse: overviewRequestYear,
    fallback: null,
    answer: async (params, session, { isCancelled, cancelled }) => {
      const { findings, facts } = stateOf(session)
      const found = await findings.find(isCancelled)
      if (found === null) return cancelled
      return overviewCsv(overview(facts(), params.year), findingsOverview(found, params.year, summaries))
    },
  }),
]

// facts are put together for so long before requests get their turn
const factsPieceMs = 1

const stateOf = perSession((session) => {
  const { connection, lists, enabledLists, pacer } = session
  const factsOf = createListRecords()
  const facts = () => lists.withExports().filter(enabledLists.has).map(factsOf)
  let isWaiting = false
  const changed = (): void => {
    if (!isWaiting) return
    isWaiting = false
    sendGuarded(() => connection.sendNotification(overviewChangedNotification))
  }
  session.onDidChangeLists(changed)

  /** Puts the facts of all lists together in pieces: the first time that is too much for one. */
  const readFacts = async (): Promise<void> => {
    let end = performance.now() + factsPieceMs
    for (const list of lists.withExports().filter(enabledLists.has)) {
      factsOf(list)
      if (performance.now() < end) continue
      await pacer.pause()
      end = performance.now() + factsPieceMs
    }
  }

  return {
    findings: new WorkspaceFindings(session),
    facts,
    overview: async (wantedYear: number | null): Promise<Overview> => {
      const [complete] = await Promise.all([isOverviewLoaded(session), enabledLists.learn()])
      await readFacts()
      if (!complete) void lists.whenLoaded().then(changed)
      isWaiting = true
      return { ...overview(facts(), wantedYear), complete }
    },
  }
})

/** Whether all lists are loaded; starts to load them. */
const isOverviewLoaded = ({ lists, pacer }: Session): Promise<boolean> =>
  Promise.race([lists.whenLoaded().then(() => true), pacer.pause().then(() => false)])
