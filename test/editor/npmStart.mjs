// What 'npm start' serves where there is no desktop VS Code: the README's first command.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from '../../scripts/run.mjs'
import { pictureOfFailure } from './shots.mjs'
import { startBrowser } from './workbench.mjs'

/** The folders of PATH that have no desktop VS Code. */
const pathWithoutCode = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !existsSync(join(folder, 'code')))
    .join(delimiter)

/** The address that the script says, or an error with what it said in its place. */
const addressSaid = (child) =>
  new Promise((done, fail) => {
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text
        const [address] = /http:\/\/\S+\n/.exec(said) ?? []
        if (address) done(address.trim())
      })
    }
    child.on('exit', (code) => fail(new Error(`it ended with ${code}:\n${said.slice(-2000)}`)))
  })

/** Starts it, looks whether the sample list and the extension are there, and ends it as Ctrl+C does. */
export const runNpmStart = async ({ chromium }) => {
  const env = { ...process.env, PATH: pathWithoutCode() }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((done) => child.once('exit', done))
  let browser
  try {
    const address = await addressSaid(child)
    browser = await startBrowser({ chromium })
    browser.page.setDefaultTimeout(40_000)
    await browser.page.goto(address)
    await browser.page.locator('.tab.active', { hasText: '2026.md' }).waitFor()
    await browser.page.locator('.pane-header', { hasText: 'Ideas' }).waitFor()
    console.log('ok npm start: serves the sample lists with the extension')
    return { passed: 1, failed: 0 }
  } catch (error) {
    if (browser) await pictureOfFailure(browser.page, 'npm-start')
    console.log(`not ok npm start: ${error.message}`)
    return { passed: 0, failed: 1 }
  } finally {
    await browser?.stop()
    child.kill('SIGINT')
    await ended
  }
}
