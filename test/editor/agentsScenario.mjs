// The server of tools for agents, as VS Code lists and starts it.
import { runSteps } from './scenario.mjs'

const listPath = 'programs/summerofcode/2026.md'
const rowOf = (page, text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text })

/** Opens VS Code's list of servers, until the extension has said which ones it has. */
const listServers = async ({ page, runCommand }, state) => {
  for (let attempt = 0; attempt < 8; attempt++) {
    await runCommand('MCP: List Servers')
    await rowOf(page, 'Add Server').waitFor()
    const server = rowOf(page, 'Idea Files').filter({ hasText: state }).first()
    const isThere = await server.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    )
    if (isThere) return server
    await page.keyboard.press('Escape')
  }
  throw new Error(`no server is ${state}`)
}

const steps = [
  [
    'VS Code lists the server, which is not started by itself',
    async (window) => {
      await window.openFile(listPath)
      await window.page.locator('.squiggly-warning').first().waitFor()
      const server = await listServers(window, 'Stopped')
      await server.click()
    },
  ],
  [
    'it starts, and VS Code finds its tools',
    async (window) => {
      const { page } = window
      await rowOf(page, 'Start Server').click()
      const trust = page.locator('.monaco-dialog-box').getByText('Trust', { exact: true })
      if (await trust.isVisible()) await trust.click()
      // VS Code shows the output of a server that it starts
      await page.locator('.view-line', { hasText: /Discovered\s6\stools/ }).waitFor()
    },
  ],
]

/** Runs the script of the tools for agents; the other scripts have language models switched off. */
export const runAgents = (tools) => runSteps(tools, steps, { name: 'agents-', settings: { 'chat.disableAIFeatures': false } })
