import type { Io } from '../cli/io/io.ts'
import type { TextStreams } from '../platform/textStreams.ts'
import { folderWorkspace } from './folderWorkspace.ts'
import { answerMcpMessage } from './mcpSession.ts'
import { messageLines } from './messageLines.ts'
import { workspaceIo } from './workspaceIo.ts'

/**
 * Serves an agent by the Model Context Protocol: a message a line, one after the other, so that no more than one is in memory. Resolves
 * when the input ends.
 */
export async function serveMcp({ input, write }: TextStreams, io: Io, version: string): Promise<void> {
  const workspace = folderWorkspace(workspaceIo(io))
  for await (const line of messageLines(input)) {
    const answer = await answerMcpMessage(line, workspace, version)
    if (answer !== null) await write(`${answer}\n`)
  }
}
