import * as z from 'zod/mini'
import { builtInIds } from '../model/profiles/profiles.ts'
import { joinWithOr, quote, truncate } from '../text/wording.ts'
import type { AgentDocument, AgentWorkspace } from './agentWorkspace.ts'
import { maxToolText } from './boundedAnswer.ts'

/** What a tool answers: texts, each a part of its own. */
export interface AgentAnswer {
  readonly parts: readonly string[]
  readonly isError: boolean
}

/** A tool for agents. It writes no file, runs nothing, and asks no network. */
export interface AgentTool {
  readonly name: string
  readonly title: string
  /** For a model: what the tool does, and when to call it. */
  readonly description: string
  readonly inputSchema: z.core.JSONSchema.BaseSchema
  /** Never throws on wrong input: the answer says what is wrong. Rejects with a sentence. */
  readonly call: (input: unknown, workspace: AgentWorkspace) => Promise<AgentAnswer>
}

interface ToolDefinition<Schema extends z.ZodMiniType> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly schema: Schema
  /** The parts of the answer. Rejects with a sentence. */
  readonly answer: (input: z.infer<Schema>, workspace: AgentWorkspace) => Promise<readonly string[]>
}

/** A tool whose input is checked by its schema. */
export function agentTool<Schema extends z.ZodMiniType>(definition: ToolDefinition<Schema>): AgentTool {
  const { name, title, description, schema, answer } = definition
  return {
    name,
    title,
    description,
    get inputSchema() {
      return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
    },
    call: async (input, workspace) => {
      const read = schema.safeParse(withoutNulls(input ?? {}))
      if (read.success) return { parts: await answer(read.data, workspace), isError: false }
      const problems = read.error.issues.slice(0, 5).map((issue) => inputProblem(issue, schema))
      return { parts: [`The input of ${name} is not valid. ${problems.join('; ')}`], isError: true }
    },
  }
}

/** The input without properties that are null: some models send them for what they leave out. */
const withoutNulls = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))
    : input

/** `path: expected string`, `text: longer than 400000 characters`, `unknown input skills; expected project, mentor, skill or title` */
function inputProblem(issue: z.core.$ZodIssue, schema: z.ZodMiniType): string {
  const place = issue.path.map(String).join('.') || 'input'
  if (issue.code === 'unrecognized_keys') {
    const known = schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : []
    return `unknown input ${issue.keys.map((key) => truncate(key)).join(', ')}; expected ${joinWithOr(known)}`
  }
  if (issue.code === 'invalid_type') return `${place}: expected ${issue.expected}`
  return issue.code === 'too_big' ? `${place}: longer than ${issue.maximum} characters` : `${place}: ${issue.message}`
}

/** Says which programs there are. */
export const noProgramMessage = (program: string): string =>
  `There is no program ${quote(program)}; expected ${joinWithOr(builtInIds)}, or one of the configuration.`

const textInput = z
  .string()
  .check(z.maxLength(maxToolText), z.describe('The Markdown text of a list. Not together with a file to read.'))

/** The inputs that name a text or a file. */
export const sourceInputs = {
  text: z.optional(textInput),
  path: z.optional(
    z
      .string()
      .check(
        z.maxLength(1000),
        z.describe(
          'A file, relative to the workspace. Without text it is read; with text it says where the text is going to be, which decides the program.',
        ),
      ),
  ),
  program: z.optional(
    z
      .string()
      .check(
        z.maxLength(100),
        z.describe('The id of a program: gsoc, lfx-proposal, lfx-accepted, or one of the configuration. Only with text.'),
      ),
  ),
}

/** A text or a file, as an agent names it. */
export interface SourceInput {
  readonly text?: string | undefined
  readonly path?: string | undefined
  readonly program?: string | undefined
}

/** Opens what an agent named. Rejects with a sentence if it named nothing. */
export function openToolSource({ text, path, program }: SourceInput, workspace: AgentWorkspace): Promise<AgentDocument> {
  if (text !== undefined) return workspace.openText({ text, path: path ?? null, program: program ?? null })
  if (path !== undefined && path !== '') return workspace.openPath(path)
  return Promise.reject(new Error('Neither a text nor a path was given; expected one of them.'))
}
