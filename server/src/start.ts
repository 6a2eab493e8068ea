// dist/start.js: starts dist/server.js in Node, with the code that an earlier start compiled, if the client names a folder for that.
import { join } from 'node:path'
import { runWithCodeCache } from './platform/codeCache.ts'
import { delayOptimization, limitHeap } from './platform/v8Flags.ts'
import { cacheFolderOption } from './protocol/cacheOptions.ts'

runWithCodeCache({
  file: join(__dirname, 'server.js'),
  folder: process.argv.find((arg) => arg.startsWith(cacheFolderOption))?.slice(cacheFolderOption.length) ?? null,
  use: 'editor',
  setFlags: () => {
    delayOptimization()
    limitHeap()
  },
})
