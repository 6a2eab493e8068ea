import { join } from 'node:path'
import { userCacheFolder } from '../platform/cacheFolder.ts'
import { helpersRunning, helpInThread, isHelper } from '../platform/helperThreads.ts'
import { storeIn } from '../platform/store.ts'
import type { CliCommandEntry } from './command.ts'
import { endIfOutputFails, endWith } from './io/endWith.ts'
import { nodeIo } from './io/nodeIo.ts'
import { type TaskContext, taskChecker } from './lists/checkTogether.ts'
import { run } from './run.ts'

/** Runs the command that this process has been given, which is one of these; in a thread that helps another one, its tasks. */
export function runProgram(commands: readonly CliCommandEntry[]): void {
  if (isHelper) void helpCheck()
  else runCommand(process.argv.slice(2), commands).catch(endWith)
}

async function runCommand(words: readonly string[], commands: readonly CliCommandEntry[]): Promise<void> {
  endIfOutputFails()
  const folder = userCacheFolder(words, process.env, process.platform)
  const helpers = helpersRunning(join(__dirname, 'cli.js'))
  process.exitCode = await run(words, nodeIo(storeIn(folder, __filename), helpers), commands)
}

/** Helps the thread that checks many lists. */
const helpCheck = (): Promise<void> => helpInThread(async (context: TaskContext) => taskChecker(context, nodeIo()))
