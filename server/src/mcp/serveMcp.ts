import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Io } from '../cli/io/io.ts'
import { folderWorkspace } from './folderWorkspace.ts'
import { answerMcpMessage } from './mcpSession.ts'
import { messageLines } from './messageLines.ts'
import { workspaceIo } from './workspaceIo.ts'

/** The streams of the protocol. */
export interface McpStreams {
  readonly input: Readable
  readonly output: Writable
}

/**
 * Serves an agent by the Model Context Protocol: a message a line, one after the other, so that no more than one is in memory. Resolves
 * when the input ends.
 */
export async function serveMcp({ input, output }: McpStreams, io: Io, version: string): Promise<void> {
  const workspace = folderWorkspace(workspaceIo(io))
  input.setEncoding('utf8')
  for await (const line of messageLines(input)) {
    const answer = await answerMcpMessage(line, workspace, version)
    if (answer !== null && !output.write(`${answer}\n`)) await once(output, 'drain')
  }
}
