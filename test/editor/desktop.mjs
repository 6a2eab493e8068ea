// usage: node test/editor/desktop.mjs   The suite in a desktop VS Code, which @vscode/test-electron downloads; a display is needed.
// IDEA_FILES_VSCODE names another version than the stable one, or the executable of a VS Code that is there already.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { install, must, Refusal, root, script } from '../../scripts/run.mjs'
import { layTools, node24 } from './setup.mjs'
import { listFolder, tempFolder } from './workbench.mjs'

const mark = 'EDITOR '
const wanted = process.env.IDEA_FILES_VSCODE ?? 'stable'

const executable = async () => {
  if (existsSync(wanted)) return wanted
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron')
  try {
    return await downloadAndUnzipVSCode({ version: wanted, cachePath: join(root, '.vscode-test') })
  } catch (error) {
    throw new Refusal(
      `VS Code (${wanted}) could not be downloaded: ${error.message}\n` +
        'Run this where a download is possible, or name the executable of an installed VS Code in IDEA_FILES_VSCODE.',
    )
  }
}

/** Under the Node that @vscode/test-electron wants. */
const inside = async () => {
  const vscodeExecutablePath = await executable()
  const { runTests } = await import('@vscode/test-electron')
  const { bundles } = await import('./build.mjs')
  const [folder, data] = [listFolder(), tempFolder('user')]
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, bundles.node),
      launchArgs: [folder.path, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', data.path],
    })
  } finally {
    for (const each of [folder, data]) each.remove()
  }
}

const outside = async () => {
  await install(root)
  await layTools()
  await must(process.execPath, ['scripts/build.mjs', '--prod'])
  await (await import('./build.mjs')).buildSuite()
  const child = spawn(node24(), [fileURLToPath(import.meta.url), '--inside'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => child.once('close', done))
  const tally = { passed: 0, failed: 0 }
  for await (const line of createInterface({ input: child.stdout })) {
    const [, said] = line.split(mark)
    if (said?.startsWith('ok ')) tally.passed++
    if (said?.startsWith('not ok ')) tally.failed++
    console.log(said ?? line)
  }
  const code = await ended
  if (code !== 0 && tally.failed === 0) tally.failed = 1
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0
}

await script(process.argv.includes('--inside') ? inside : outside)
