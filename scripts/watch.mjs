// usage: npm run watch   Builds dist/ again at each change, and checks the types as well. For F5 in VS Code.
import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundlesFor } from './bundles.mjs'
import { install, root } from './run.mjs'

await install(root)
const { context } = await import('esbuild')

let building = 0
/** VS Code's task waits for these two lines (.vscode/tasks.json). */
const reportProgress = {
  name: 'progress',
  setup({ onStart, onEnd }) {
    onStart(() => {
      if (building++ === 0) console.log('Building')
    })
    onEnd(() => {
      if (--building === 0) console.log('Built')
    })
  },
}

copyFileSync(join(root, 'server/src/library.d.mts'), join(root, 'dist/library.d.mts'))
for (const options of bundlesFor(false)) {
  const bundle = await context({ ...options, absWorkingDir: root, plugins: [reportProgress] })
  await bundle.watch()
}
spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', root, '--watch', '--preserveWatchOutput'], {
  cwd: root,
  stdio: 'inherit',
})
