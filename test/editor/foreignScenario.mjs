// A list of an organization that nothing names, in a window: outline, problems, a new idea in the form of the list, and that form adopted.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps } from './scenario.mjs'

const path = 'docs/lights.md'

const idea = (title, difficulty, mentors) => `### ${title}

**Skills**: Go

**Size**: Medium (175 hours)
${difficulty === null ? '' : `\n**Difficulty**: ${difficulty}\n`}
**Description**:
The keepers ask for this since spring: ${title.toLowerCase()}.

**Mentors**: ${mentors}
`

const list = `# Harbor lights

## Ideas

${[
  idea('Turn the lamp faster', 'medium', 'Mia Stone, Leo Brook'),
  idea('Count the ships', 'hard', 'Leo Brook'),
  idea('Dim the lamp at dawn', 'easy', 'Mia Stone'),
  idea('Paint the stairs', null, 'Mia Stone'),
].join('\n')}`

const towersPath = 'docs/towers.md'

/** Mentors with a handle, before other fields. */
const tower = (title, mentor) =>
  `## ${title}\n\n**Description**: It helps: ${title.toLowerCase()}.\n\n**Mentors**: ${mentor}\n\n**Skills**: Go\n\n**Difficulty**: hard\n`

const towers = `# Towers\n\n${[
  tower('Count the steps', 'Mia Stone (@mia-stone)'),
  tower('Light the door', 'Leo Brook (@leo-brook)'),
  tower('Oil the hinges', 'Mia Stone (@mia-stone)'),
].join('\n')}`

const rowsPath = 'docs/rows.md'

const row = (title, mentor, skills) => `| ${title} | It helps. | ${mentor} | ${skills} | hard |\n`

/** A table of ideas, with other cells after the mentors. */
const rows = `# Rows\n\n| Idea | Description | Mentors | Skills | Difficulty |\n| --- | --- | --- | --- | --- |\n${[
  row('Count the steps', 'Mia Stone (@mia-stone)', 'Go'),
  row('Light the door', 'Leo Brook (@leo-brook)', 'Go'),
  row('Oil the hinges', 'Mia Stone (@mia-stone)', 'Go'),
].join('')}`

const statusIs = (page, text) =>
  page.locator(`[id="status.languageStatus"] [aria-label*="${text}"]`).first().waitFor({ state: 'attached' })

/** Adds an idea by New Idea: its mentor is chosen, and then its skills are typed without another key. */
async function addsRoof({ page, lines, openFile, runCommand, saved }, file, title) {
  await openFile(file)
  await runCommand('Idea Files: New Idea…')
  await page.locator('.quick-input-widget', { hasText: 'Title of the idea' }).waitFor()
  await page.keyboard.type('Paint the roof')
  await page.keyboard.press('Enter')
  await lines.getByText(title).last().waitFor()
  await page.keyboard.type('It is grey.')
  await page.keyboard.press('Tab')
  const mentors = page.locator('.suggest-widget.visible .monaco-list-row')
  await mentors.filter({ hasText: 'Leo Brook' }).waitFor()
  await page.keyboard.type('Leo', { delay: 60 })
  await mentors
    .filter({ hasText: /^Leo.*as typed/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await lines.getByText('Leo Brook (@leo-brook)').last().waitFor()
  await page.waitForTimeout(500)
  await page.keyboard.type('Paint')
  await lines
    .getByText(/Paint(?! the)/)
    .last()
    .waitFor()
  await page.keyboard.press('Escape')
  const added =
    file === rowsPath
      ? row('Paint the roof', 'Leo Brook (@leo-brook)', 'Paint').replace('It helps.', 'It is grey.').replace('hard', '')
      : `\n${tower('Paint the roof', 'Leo Brook (@leo-brook)')
          .replace(/It helps.*/, 'It is grey.')
          .replace('Go', 'Paint')}`
  assert.equal(await saved(file), `${file === rowsPath ? rows : towers}${added}`)
}

const steps = [
  [
    'the status item says that the form is learned',
    async ({ page, openFile }) => {
      await openFile(path)
      await statusIs(page, 'Idea list: learned from 4 ideas')
    },
  ],
  [
    'problems have the numbers of the list, and the outline has its ideas',
    async ({ page, pressUntil, runCommand }) => {
      const rows = page.locator('.markers-panel .monaco-list-row', { hasText: 'idea-files' })
      await pressUntil('Control+Shift+m', rows)
      await rows.filter({ hasText: 'This idea is missing the "Difficulty" field, which 3 of 4 ideas have.' }).waitFor()
      assert.equal(await rows.count(), 1)
      await runCommand('Explorer: Focus on Outline View')
      await page.locator('.outline-pane .monaco-list-row', { hasText: 'Turn the lamp faster' }).first().waitFor()
    },
  ],
  [
    'a new idea is asked for its title only, and is written as the others are',
    async ({ page, lines, openFile, runCommand }) => {
      await openFile(path)
      await runCommand('Idea Files: New Idea…')
      await page.locator('.quick-input-widget', { hasText: 'Title of the idea' }).waitFor()
      await page.keyboard.type('Ring the bell')
      await page.keyboard.press('Enter')
      await lines.getByText('### Ring the bell').last().waitFor()
      await page.keyboard.type('Rope')
      await lines.getByText('**Skills**: Rope').last().waitFor()
    },
  ],
  [
    'one undo takes the typing back, one more the idea',
    async ({ page, lines, saved }) => {
      await page.keyboard.press('Escape')
      for (let count = 0; count < 10 && (await lines.getByText('### Ring the bell').count()) > 0; count++) {
        await page.keyboard.press('Control+z')
        await page.waitForTimeout(300)
      }
      assert.equal(await saved(path), list)
    },
  ],
  [
    'the form of the list is shown before it is written',
    async ({ page, lines, runCommand, workspace }) => {
      await runCommand("Idea Files: Adopt This List's Form")
      await page.locator('.tab.active.dirty', { hasText: '.idea-files.json' }).waitFor()
      await lines.getByText('"lights": {').last().waitFor()
      await page.getByText('Nothing is saved yet.').first().waitFor()
      assert.equal(existsSync(join(workspace, '.idea-files.json')), false)
    },
  ],
  [
    'saving it writes it, and the list then has a configuration file and the same problem',
    async ({ page, openFile, pressUntil, workspace }) => {
      await page.keyboard.press('Control+s')
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached' })
      await openFile(path)
      await statusIs(page, 'by the configuration file')
      const { programs } = JSON.parse(readFileSync(join(workspace, '.idea-files.json'), 'utf8'))
      assert.deepEqual(programs.lights.files, [path])
      const rows = page.locator('.markers-panel .monaco-list-row', { hasText: 'idea-files' })
      await pressUntil('Control+Shift+m', rows)
      await rows.filter({ hasText: 'This idea is missing the "Difficulty" field.' }).waitFor()
      assert.equal(await rows.count(), 1)
    },
  ],
  [
    'a known mentor that is chosen for a new idea goes on to the field below',
    (window) => addsRoof(window, towersPath, '## Paint the roof'),
  ],
  ['and in a table to the next cell', (window) => addsRoof(window, rowsPath, '| Paint the roof')],
]

export const runForeign = (tools) =>
  runSteps(tools, steps, { name: 'foreign-', files: { [path]: list, [towersPath]: towers, [rowsPath]: rows } })
