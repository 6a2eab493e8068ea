import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { type ProposalForm, proposalAt, readProposalForm } from '../../features/ideas/proposalAt.ts'
import { type ProposalParams, type ProposalReply, proposalRequest } from '../../protocol/proposal.ts'
import { parserOf } from './params.ts'
import { perSession, type RequestHandler, requestHandler } from './requestHandler.ts'

const namedTextSchema = z.object({ name: z.string(), text: z.string() })

/** What a client sends of the files of its workspace. */
export const formFilesSchema = z.object({
  forms: z.array(namedTextSchema),
  exports: z.array(namedTextSchema),
  repository: z.nullable(z.string()),
})

const proposalParams = z.extend(formFilesSchema, {
  textDocument: z.object({ uri: z.string() }),
  position: z.object({ line: z.number(), character: z.number() }),
})

/** Reads the texts of a client again only if they have changed: it sends them with every request. */
const proposalFormReader = perSession(() => {
  let last: { readonly key: string; readonly read: ProposalForm } | null = null
  return {
    read: (params: ProposalParams): ProposalForm => {
      const key = JSON.stringify([params.forms, params.exports, params.repository])
      if (last?.key !== key) last = { key, read: readProposalForm(params) }
      return last.read
    },
  }
})

/** What our own extension requests to prepare a proposal. */
export const proposalHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<ProposalParams, ProposalReply, never>(proposalRequest),
    scope: 'document',
    parse: parserOf(proposalParams),
    fallback: null,
    answer: (document, params, session) =>
      proposalAt(
        document.read(),
        document.lines,
        document.lines.offsetAt(params.position),
        proposalFormReader(session).read(params),
      ),
  }),
]
