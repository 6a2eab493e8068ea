// Ask GitHub and Create Issue in a window, against a server on loopback that answers as GitHub's REST does.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../../scripts/run.mjs'
import { here } from './setup.mjs'
import { picture, pictureOfFailure } from './shots.mjs'
import { openWindow } from './window.mjs'

const list = `# LFX Mentorship 2026 Term 3

### Harbor

#### Copy what is signed

- Description: Signatures stay behind when images are copied. Copies should have them, too.
- Expected Outcome: A registry that refuses copies without their signatures.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
  - Ben Example (@ben, ben@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1

#### Say why a scan is stale

- Description: A report of last month looks like a report of today. Nobody can tell them apart.
- Expected Outcome: Every report shows its age.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
- Upstream Issue: https://github.com/goharbor/harbor/issues/2
`
const listPath = 'lfx-mentorship/2026/03-Sep-Nov/project_ideas.md'
const [firstIssue, secondIssue] = [1, 2].map((number) => `/repos/goharbor/harbor/issues/${number}`)
const newIssues = '/repos/cncf/mentoring/issues'

/** In place of VS Code's own sign-in to GitHub: signs in without it, and sends what is for GitHub to the server on loopback. */
const signIn = (base) => ({
  manifest: {
    name: 'github-authentication',
    publisher: 'vscode',
    version: '1.0.0',
    engines: { vscode: '*' },
    main: './main.js',
    activationEvents: ['*'],
    contributes: { authentication: [{ label: 'GitHub', id: 'github' }] },
  },
  main: `const vscode = require('vscode')
const original = globalThis.fetch
globalThis.fetch = (url, init) => original(String(url).replace('https://api.github.com', ${JSON.stringify(base)}), init)
const sessions = []
const changed = new vscode.EventEmitter()
exports.activate = (context) => {
  context.subscriptions.push(vscode.authentication.registerAuthenticationProvider('github', 'GitHub', {
    onDidChangeSessions: changed.event,
    getSessions: async (scopes) => sessions.filter((each) => !scopes || each.scopes.join() === scopes.join()),
    createSession: async (scopes) => {
      const session = { id: String(sessions.length), accessToken: 'token-of-ada', account: { id: '1', label: 'ada' }, scopes }
      sessions.push(session)
      changed.fire({ added: [session], removed: [], changed: [] })
      return session
    },
    removeSession: async () => {},
  }))
}
`,
})

const found = (body) => ({ body })
const limited = {
  status: 403,
  body: {},
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.UTC(2026, 0, 1, 12, 34) / 1000) },
}

const steps = [
  [
    'nothing is asked before the button is pressed, and a user who does not sign in is told',
    async ({ page, openFile, hideSideBar, runCommand, shown, asked, button }) => {
      await openFile(listPath)
      await hideSideBar()
      // from then on VS Code knows that this is a list
      await page.locator('.squiggly-info, .squiggly-warning').first().waitFor()
      await runCommand('Idea Files: Review This List')
      await shown.getByText('GitHub was not asked').first().waitFor()
      await button('Ask GitHub').press('Enter')
      const dialog = page.locator('.monaco-dialog-box')
      await dialog.waitFor()
      assert.match(await dialog.textContent(), /Idea Files.*GitHub/s)
      await dialog.getByText('Cancel').click()
      await page.getByText('Sign in to GitHub to check online').first().waitFor()
      assert.equal(asked.length, 0)
    },
  ],
  [
    'after signing in the page shows what GitHub says, and the text has the problems',
    async ({ page, shown, asked, answers, button }) => {
      Object.assign(answers, {
        [firstIssue]: found({ state: 'closed', assignees: [{ login: 'eve' }] }),
        '/users/ada': found({ login: 'ada' }),
      })
      await button('Ask GitHub').press('Enter')
      const dialog = page.locator('.monaco-dialog-box')
      await dialog.getByText('Allow', { exact: true }).click()
      await shown.getByText('it is closed').waitFor()
      for (const text of [
        'it is assigned to @eve',
        'GitHub has no such issue, or its repository is private',
        'GitHub has no @ben',
      ])
        await shown.getByText(text).first().waitFor()
      assert.deepEqual(
        asked.map(({ path, token }) => [path, token]),
        [firstIssue, '/users/ada', '/users/ben', secondIssue].map((path) => [path, 'Bearer token-of-ada']),
      )
      await page.locator('.squiggly-warning').first().waitFor()
    },
  ],
  [
    'hovers show what the review saw, with its date',
    async ({ page, goTo }) => {
      await page.locator('.tab', { hasText: 'project_ideas.md' }).click()
      await goTo(list.split('\n').findIndex((line) => line.endsWith('issues/1')) + 1, 30)
      await page.keyboard.press('Control+k')
      await page.keyboard.press('Control+i')
      await page
        .locator('.monaco-hover:visible', { hasText: /Review of \d{4}-\d\d-\d\d: closed, assigned to @eve/ })
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
    },
  ],
  [
    'hovers show it after a restart of the server',
    async ({ page, runCommand }) => {
      await runCommand('Idea Files: Restart Language Server')
      const hover = page.locator('.monaco-hover:visible', { hasText: /Review of \d{4}-\d\d-\d\d: closed, assigned to @eve/ })
      // until the new server has read the list, its hover is without the review
      for (let attempt = 0; attempt < 6 && !(await hover.first().isVisible()); attempt++) {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+k')
        await page.keyboard.press('Control+i')
        await hover
          .first()
          .waitFor({ timeout: 3000 })
          .catch(() => null)
      }
      assert.ok(await hover.first().isVisible())
      await page.keyboard.press('Escape')
    },
  ],
  [
    'an edit marks the idea that it touches, and only that',
    async ({ page, goTo, shown }) => {
      await goTo(list.split('\n').findIndex((line) => line.startsWith('#### Say')) + 1, 10)
      await page.keyboard.type('now ')
      await shown.getByText('Edited after this review').waitFor()
      assert.equal(await shown.getByText('Edited after this review').count(), 1)
      assert.equal(await shown.getByText('it is closed').count(), 1)
    },
  ],
  ...[
    [
      'a limit of requests',
      { [firstIssue]: limited, [secondIssue]: limited },
      "GitHub's limit of requests is reached until 12:34 UTC",
    ],
    ['a refusal', { [firstIssue]: { status: 403, body: {} } }, 'GitHub refuses it: the token may not see or do this'],
    ['a wrong token', { [firstIssue]: { status: 401, body: {} } }, 'GitHub does not accept the token'],
    ['broken JSON', { [firstIssue]: { body: '{"state":' } }, 'the answer of GitHub is not JSON'],
    ['no answer within 10 s', { [firstIssue]: { hang: true } }, 'GitHub did not answer within 10 s'],
  ].map(([what, more, sentence]) => [
    `Ask GitHub: ${what} is a sentence`,
    async ({ shown, answers, button, clear }) => {
      clear()
      Object.assign(answers, { '/users/ada': found({}), '/users/ben': found({}) }, more)
      await button('Review Again').press('Enter')
      await shown.getByText('GitHub was not asked').first().waitFor()
      await button('Ask GitHub').press('Enter')
      await shown.getByText(sentence).first().waitFor()
    },
  ]),
  [
    'Create Issue asks first, and sends nothing when it is cancelled',
    async ({ page, goTo, runCommand, asked, button, clear }) => {
      clear()
      await page.locator('.tab', { hasText: 'project_ideas.md' }).click()
      await goTo(list.split('\n').findIndex((line) => line.startsWith('#### Copy')) + 1, 8)
      await runCommand('Idea Files: Prepare Proposal')
      await button('Create Issue').press('Enter')
      const dialog = page.locator('.monaco-dialog-box')
      await dialog.waitFor()
      assert.match(await dialog.textContent(), /cncf\/mentoring/)
      await dialog.getByText('Cancel').click()
      await dialog.waitFor({ state: 'hidden' })
      assert.equal(asked.filter(({ method }) => method === 'POST').length, 0)
    },
  ],
  ...[
    ['a limit of requests', limited, /limit of requests is reached until 12:34 UTC/],
    ['a refusal', { status: 403, body: {} }, /GitHub refuses it/],
    ['a repository that is private or gone', { status: 404, body: {} }, /cncf\/mentoring.*(?:not exist|no access|may not see)/],
    ['no answer within 10 s', { hang: true }, /did not answer within 10 s; the request may have been carried out/],
    ['an issue with an answer in broken JSON', { status: 201, body: '{' }, /Issue created/],
    ['an issue', { status: 201, body: { html_url: 'https://github.com/cncf/mentoring/issues/9' } }, /[Ii]ssue.*created/],
  ].map(([what, answer, sentence], index) => [
    `Create Issue: ${what} is said`,
    async ({ page, runCommand, answers, asked, button, clear }) => {
      clear()
      answers[newIssues] = answer
      await button('Create Issue').press('Enter')
      const dialog = page.locator('.monaco-dialog-box')
      await dialog.getByText('Create Issue', { exact: true }).click()
      // the first time VS Code asks for a session with other rights
      if (index === 0) await dialog.getByText('Allow', { exact: true }).click()
      await page.locator('.notification-toast', { hasText: sentence }).first().waitFor()
      const sent = asked.filter(({ method }) => method === 'POST')
      assert.equal(sent.length, 1)
      assert.equal(sent[0].path, newIssues)
      const { title, body } = JSON.parse(sent[0].body)
      assert.equal(title, '[CNCF LFX Proposal] Harbor Copy what is signed')
      assert.match(body, /^### [^\n]+\n\n/)
      // VS Code shows three at a time
      await runCommand('Notifications: Clear All Notifications')
    },
  ]),
]

/** The server, with answers that the steps change. */
const startGithub = async () => {
  const outfile = join(root, 'build/editor/fakeGithub.mjs')
  await build({
    entryPoints: [join(root, 'test/support/fakeGithub.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  })
  const { startFakeGithub } = await import(pathToFileURL(outfile).href)
  const answers = {}
  return { answers, ...(await startFakeGithub(answers)) }
}

/** Runs the script; what fails ends it. */
export const runGithub = async (tools) => {
  const { base, asked, answers, stop } = await startGithub()
  const window = await openWindow(tools, {
    folder: join(here, 'fixture'),
    files: { [listPath]: list },
    replaced: [signIn(base)],
    viewport: { width: 1400, height: 1100 },
  })
  const { page } = window
  const shown = page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame')
  const button = (name) => shown.getByRole('button', { name })
  const clear = () => {
    asked.length = 0
    for (const path of Object.keys(answers)) delete answers[path]
  }
  let passed = 0
  try {
    for (const [index, [title, step]] of steps.entries()) {
      const failed = await step({ ...window, shown, button, asked, answers, clear }).then(
        () => null,
        (error) => error,
      )
      await (failed ? pictureOfFailure : picture)(page, `github-${index + 1}`)
      console.log(failed ? `not ok With GitHub: ${title}: ${failed.message}` : `ok With GitHub: ${title}`)
      if (failed) return { passed, failed: steps.length - passed }
      passed++
    }
    return { passed, failed: 0 }
  } finally {
    await window.stop()
    stop()
  }
}
