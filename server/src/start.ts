// dist/start.js: starts dist/server.js in Node, with the code that an earlier start compiled, if the client names a folder for that.
import { join } from 'node:path'
import { cacheFolderArgument } from './platform/cacheFolder.ts'
import { runWithCodeCache } from './platform/codeCache.ts'
import { delayOptimization, limitHeap } from './platform/v8Flags.ts'

runWithCodeCache({
  file: join(__dirname, 'server.js'),
  folder: cacheFolderArgument(process.argv),
  use: 'editor',
  setFlags: () => {
    delayOptimization()
    limitHeap()
  },
})
