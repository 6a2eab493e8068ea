// The server's start and end in a window: started by a configuration file alone, its messages in the output, stopped for good and restarted.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../scripts/run.mjs'
import { runSteps, sumOf } from './scenario.mjs'
import { tempFolder } from './workbench.mjs'

const listPath = 'teams/orchard/ideas/2026.md'

/** The ids of the processes of the server, of which there is at most one. */
const serverPids = (extensions) => {
  try {
    const pids = execFileSync('pgrep', ['-f', `${extensions}/.*dist/start.js`], { encoding: 'utf8' })
    return pids.trim().split('\n').map(Number)
  } catch {
    return []
  }
}

const serverOtherThan = async (extensions, pid) => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const [found] = serverPids(extensions)
    if (found !== undefined && found !== pid) return found
    await wait(100)
  }
  throw new Error('no server runs')
}

const statusItem = (page, text) => page.locator('.hover-language-status', { hasText: text })

const steps = [
  [
    'a configuration file in a folder below starts the server, though no list is open',
    async ({ page, extensions }) => {
      await page.locator('.pane-header', { hasText: 'Ideas' }).waitFor()
      await serverOtherThan(extensions, undefined)
    },
  ],
  [
    'a server that crashes again and again is stopped, and the status offers to restart it and the output',
    async ({ page, extensions, openFile }) => {
      await openFile(listPath)
      let pid
      for (let crash = 1; crash <= 5; crash++) {
        pid = await serverOtherThan(extensions, pid)
        // a server that is still starting has not been seen by the client yet
        await wait(1500)
        process.kill(pid, 'SIGKILL')
      }
      await page.locator('.notification-toast', { hasText: 'crashed several times' }).waitFor()
      await page.locator('[id="status.languageStatus"]').click()
      await statusItem(page, 'Idea Files has stopped').getByText('Restart').waitFor()
      await statusItem(page, 'The output channel has the reason').getByText('Show Output').waitFor()
      assert.deepEqual(serverPids(extensions), [])
      await statusItem(page, 'Idea Files has stopped').getByText('Restart').click()
      await serverOtherThan(extensions, pid)
      await page.locator('[id="status.languageStatus"] [aria-label*="Idea list"]').first().waitFor({ state: 'attached' })
    },
  ],
]

const hasListStatus = (page) =>
  page.locator('[id="status.languageStatus"] [aria-label*="Idea list"]').first().waitFor({ state: 'attached' })

/** In the page: whether VS Code's storage in the browser has a file in which the index is kept. */
const hasKeptIndex = async () => {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const keys = await done(database.transaction(store).objectStore(store).getAllKeys())
      if (keys.some((key) => /\/kept\/index-[0-9a-f]+\.idea-files$/.test(String(key)))) return true
    }
  }
  return false
}

// in the web host: the remote server writes no output
const webSteps = [
  [
    'ideaFiles.trace.server writes the messages to the output channel',
    async ({ page, openFile, runCommand }) => {
      await openFile(listPath)
      await hasListStatus(page)
      await runCommand('Idea Files: Show Output')
      await page.locator('.view-line', { hasText: 'Received response' }).first().waitFor()
    },
  ],
  [
    'what the server has read is kept in the storage of the extension, and the lists are there in the next window',
    async ({ page, openFile }) => {
      await page.waitForFunction(hasKeptIndex, undefined, { polling: 500 })
      await page.reload()
      await openFile(listPath)
      await page.locator('.pane', { hasText: 'Obsthain-Sommer 2025' }).first().waitFor()
    },
  ],
]

/** Runs the script of the server's start and end. */
export const runStart = async (tools) => {
  const { path: folder, remove } = tempFolder('start')
  cpSync(join(root, 'examples/orchard'), join(folder, 'teams/orchard'), { recursive: true })
  writeFileSync(join(folder, 'README.md'), '# Teams\n')
  try {
    const settings = { 'ideaFiles.trace.server': 'verbose' }
    // one that is not open
    const files = { 'teams/orchard/ideas/2025.md': readFileSync(join(folder, listPath), 'utf8') }
    return sumOf([
      await runSteps(tools, steps, { name: 'start-', folder }),
      await runSteps(tools, webSteps, { name: 'start-', host: 'web', folder, files, settings }),
    ])
  } finally {
    remove()
  }
}
