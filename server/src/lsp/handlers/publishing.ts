import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { callAgentTool } from '../../agents/agentTools.ts'
import { readProposalForm } from '../../features/ideas/proposalAt.ts'
import { type AgentToolAnswer, type AgentToolParams, agentToolRequest } from '../../protocol/agents.ts'
import {
  type ReportTableParams,
  reportTableKeys,
  reportTableRequest,
  type SitePageParams,
  sitePageRequest,
} from '../../protocol/publishing.ts'
import { markdownTable } from '../../publishing/markdownTable.ts'
import { publishedIdeas } from '../../publishing/publishedIdeas.ts'
import { reportTables } from '../../publishing/reportTables.ts'
import { sitePage } from '../../publishing/sitePage.ts'
import { agentLists } from '../workspace/agentLists.ts'
import { WorkspaceExport } from '../workspace/workspaceExport.ts'
import { parserOf } from './params.ts'
import { formFilesSchema } from './proposal.ts'
import { perSession, type RequestHandler, requestHandler } from './requestHandler.ts'

const exportOf = perSession((session) => new WorkspaceExport(session))
const agentListsOf = perSession(agentLists)

/** All lists as a page, as tables, and for language models. */
export const publishingHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<SitePageParams, string | null, never>(sitePageRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ title: z.string(), nonce: z.string().check(z.regex(/^[0-9a-f]{16,64}$/)) })),
    fallback: null,
    answer: async ({ title, nonce }, session, { isCancelled, cancelled }) => {
      const report = await exportOf(session).read(isCancelled)
      if (report === null) return cancelled
      // an editor has no address for the place of an idea
      const ideas = publishedIdeas(report, { withEmail: false, urlOf: () => null })
      return ideas.length === 0 ? null : sitePage({ title, ideas, permission: { kind: 'nonce', nonce } })
    },
  }),
  requestHandler({
    type: new RequestType<ReportTableParams, string | null, never>(reportTableRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ table: z.enum(reportTableKeys), year: z._default(z.nullable(z.number()), null) })),
    fallback: null,
    answer: async ({ table, year }, session, { isCancelled, cancelled }) => {
      const report = await exportOf(session).read(isCancelled)
      if (report === null) return cancelled
      const files = report.files.filter((file) => year === null || (file.year ?? 0) === year)
      return markdownTable(reportTables[table]({ ...report, files }))
    },
  }),
  requestHandler({
    type: new RequestType<AgentToolParams, AgentToolAnswer | null, never>(agentToolRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ name: z.string(), input: z.optional(z.unknown()), files: z.optional(formFilesSchema) })),
    fallback: null,
    answer: ({ name, input, files }, session) => {
      const workspace = agentListsOf(session)
      const formFor = files ? async () => readProposalForm(files) : workspace.formFor
      return callAgentTool(name, input, { ...workspace, formFor })
    },
  }),
]
