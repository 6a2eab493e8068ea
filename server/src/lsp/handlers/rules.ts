import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { explainRule, ruleList } from '../../features/ruleDocs.ts'
import { type ExplainParams, explainRequest, type RuleSummary, rulesRequest } from '../../protocol/protocol.ts'
import { rules } from '../../rules/index.ts'
import { parserOf } from './params.ts'
import { type RequestHandler, requestHandler } from './requestHandler.ts'

/** The pages of rules, for a client that shows them. */
export const ruleHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<ExplainParams, string | null, never>(explainRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ code: z.string() })),
    fallback: null,
    answer: ({ code }) => explainRule(rules, code),
  }),
  requestHandler({
    type: new RequestType<unknown, readonly RuleSummary[], never>(rulesRequest),
    scope: 'workspace',
    fallback: [],
    answer: () => ruleList(rules),
  }),
]
