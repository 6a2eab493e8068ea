// usage: npm run watch   Builds dist/ again at each change, and checks the types as well. For F5 in VS Code.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundlesFor } from './bundles.mjs'
import { install, root } from './run.mjs'

await install(root)
const { context } = await import('esbuild')

const bundles = bundlesFor(false)
/** VS Code's task waits for the lines Building and Built (.vscode/tasks.json), the first time until every bundle is there. */
let building = bundles.length
console.log('Building')
const reportProgress = () => {
  let isFirst = true
  return {
    name: 'progress',
    setup({ onStart, onEnd }) {
      onStart(() => {
        if (!isFirst && building++ === 0) console.log('Building')
        isFirst = false
      })
      onEnd(() => {
        if (--building === 0) console.log('Built')
      })
    },
  }
}

mkdirSync(join(root, 'dist'), { recursive: true })
copyFileSync(join(root, 'server/src/library.d.mts'), join(root, 'dist/library.d.mts'))
for (const options of bundles) {
  const bundle = await context({ ...options, absWorkingDir: root, plugins: [reportProgress()] })
  await bundle.watch()
}
spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', root, '--watch', '--preserveWatchOutput'], {
  cwd: root,
  stdio: 'inherit',
})
