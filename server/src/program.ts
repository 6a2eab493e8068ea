// dist/program.js, which dist/cli.js starts. All commands are imported: what is loaded on demand, with all that it shares, V8 reads twice.
import { join } from 'node:path'
import { endIfOutputFails, endWith } from './cli/io/endWith.ts'
import { nodeIo } from './cli/io/nodeIo.ts'
import { type TaskContext, taskChecker } from './cli/lists/checkTogether.ts'
import { run } from './cli/run.ts'
import { userCacheFolder } from './platform/cacheFolder.ts'
import { helpersRunning, helpInThread, isHelper } from './platform/helperThreads.ts'
import { storeIn } from './platform/store.ts'

async function runCommand(words: readonly string[]): Promise<void> {
  endIfOutputFails()
  const folder = userCacheFolder(words, process.env, process.platform)
  const helpers = helpersRunning(join(__dirname, 'cli.js'))
  process.exitCode = await run(words, nodeIo(storeIn(folder, __filename), helpers))
}

/** Helps the thread that checks many lists. */
const helpCheck = (): Promise<void> => helpInThread(async (context: TaskContext) => taskChecker(context, nodeIo()))

if (isHelper) void helpCheck()
else runCommand(process.argv.slice(2)).catch(endWith)
