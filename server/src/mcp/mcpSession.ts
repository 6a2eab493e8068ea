import * as z from 'zod/mini'
import { agentTools, callAgentTool } from '../agents/agentTools.ts'
import type { AgentWorkspace } from '../agents/agentWorkspace.ts'
import type { MessageLine } from './messageLines.ts'

/** Versions of the Model Context Protocol that differ in nothing that this server uses; the first is the newest. */
const protocolVersions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const

// https://www.jsonrpc.org/specification#error_object
const mcpErrors = { parse: -32700, request: -32600, method: -32601, params: -32602 } as const

const mcpRequestId = z.union([z.string(), z.number()])
const messageSchema = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.optional(mcpRequestId),
  method: z.optional(z.string()),
  params: z.optional(z.unknown()),
})
const initializeSchema = z.object({ protocolVersion: z.string() })
const callSchema = z.object({ name: z.string(), arguments: z.optional(z.unknown()) })

const mcpInstructions =
  'Tools for Markdown lists of mentoring ideas (Google Summer of Code, LFX Mentorship, and others). To add an idea: find_ideas, idea_template, fill the form in, check_ideas, apply_safe_fixes, and check_ideas again until it reports no problems. The tools write no files and no prose.'

type RpcId = string | number | null

/** The answer to one message as JSON on one line; null if it asks for none. Never rejects. */
export async function answerMcpMessage(line: MessageLine, workspace: AgentWorkspace, version: string): Promise<string | null> {
  if ('tooLong' in line) return mcpError(null, mcpErrors.request, 'The message is too long; expected at most 4 MB.')
  const json = parsedMcpMessage(line.text)
  if (json === undefined) return mcpError(null, mcpErrors.parse, 'The message is not valid JSON.')
  const message = messageSchema.safeParse(json).data
  if (message === undefined)
    return mcpError(idOfMcpMessage(json), mcpErrors.request, 'The message is not a JSON-RPC 2.0 request.')
  const { id, method, params } = message
  // a notification, or an answer to a request of ours, of which there are none
  if (id === undefined || method === undefined) return null
  switch (method) {
    case 'initialize':
      return mcpResult(id, mcpInitializeResult(params, version))
    case 'ping':
      return mcpResult(id, {})
    case 'tools/list':
      return mcpResult(id, { tools: agentTools.map(listedMcpTool) })
    case 'tools/call':
      return mcpCallResult(id, params, workspace)
    default:
      return mcpError(id, mcpErrors.method, `There is no method ${method.slice(0, 100)}.`)
  }
}

function parsedMcpMessage(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const idOfMcpMessage = (json: unknown): RpcId => z.object({ id: mcpRequestId }).safeParse(json).data?.id ?? null

const mcpInitializeResult = (params: unknown, version: string) => {
  const wanted = initializeSchema.safeParse(params).data?.protocolVersion
  return {
    protocolVersion: protocolVersions.find((each) => each === wanted) ?? protocolVersions[0],
    capabilities: { tools: {} },
    serverInfo: { name: 'idea-files', title: 'Idea Files', version },
    instructions: mcpInstructions,
  }
}

const listedMcpTool = ({ name, title, description, inputSchema }: (typeof agentTools)[number]) => ({
  name,
  title,
  description,
  inputSchema,
  annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
})

async function mcpCallResult(id: RpcId, params: unknown, workspace: AgentWorkspace): Promise<string> {
  const call = callSchema.safeParse(params).data
  if (call === undefined) return mcpError(id, mcpErrors.params, 'The parameters name no tool.')
  const answer = await callAgentTool(call.name, call.arguments, workspace)
  if (answer === null) return mcpError(id, mcpErrors.params, `There is no tool ${call.name.slice(0, 100)}.`)
  return mcpResult(id, { content: answer.parts.map((text) => ({ type: 'text', text })), isError: answer.isError })
}

const mcpResult = (id: RpcId, result: object): string => JSON.stringify({ jsonrpc: '2.0', id, result })

const mcpError = (id: RpcId, code: number, message: string): string =>
  JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })
