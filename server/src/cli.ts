// dist/cli.js: starts dist/check.js, dist/program.js, which has all commands, or dist/server.js, with the code that an earlier run compiled.
import { join } from 'node:path'
import { asksForLsp } from './cli/commands/lsp.ts'
import { asksForMcp } from './cli/commands/mcp.ts'
import { userCacheFolder } from './platform/cacheFolder.ts'
import { runWithCodeCache } from './platform/codeCache.ts'
import { delayOptimization, limitHeap } from './platform/v8Flags.ts'

const given = process.argv.slice(2)
const [isServer, isForAgents, isCheck] = [asksForLsp(given), asksForMcp(given), given[0] === 'check']

runWithCodeCache({
  file: join(__dirname, isServer || isForAgents ? 'server.js' : isCheck ? 'check.js' : 'program.js'),
  // agents are promised that nothing is written
  folder: isForAgents ? null : userCacheFolder(given, process.env, process.platform),
  use: isServer ? 'lsp' : isCheck ? 'check' : 'other',
  setFlags: () => {
    delayOptimization()
    if (isServer) limitHeap()
  },
})
