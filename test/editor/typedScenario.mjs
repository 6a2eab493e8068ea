// Names that are in no list, typed in a window: what is typed is what is there, whichever key follows.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { here } from './setup.mjs'
import { picture, pictureOfFailure } from './shots.mjs'
import { openWindow } from './window.mjs'

const path = 'programs/summerofcode/2027.md'
const known = ['Maria Gomez', 'Ana Silva', 'Jane Rowe', 'Thomas Brown', 'Li Xu', 'Ada Example', 'Noor Kimathi', 'Omar Patelson']
const entry = (name) => `  - ${name} (@${name.toLowerCase().replace(' ', '-')}, ${name.split(' ')[0].toLowerCase()}@example.org)`

const text = `# Ideas

## Ideas

#### Falco

##### Keep watch

- Description: Somebody looks out at night.
- Recommended Skills: Rust, C++, Open source, Performance analysis, Kubernetes
- Mentor(s):
${known.map(entry).join('\n')}

##### Ring the bell

- Description: It is heard from afar.
- Recommended Skills:
- Mentor(s):
  -

####
`
const lineOf = (start) => text.split('\n').lastIndexOf(start) + 1

const people =
  'Maria Silva|Jane Roe|Tom Brown|Xu Li|Ana Gomez|Li Wei|Noor Kim|Omar Patel|Ada Ex|Thomas Browne|Maria Gome|Bo Ng|Al Ro|Jane Doe-Silva'
const skills = 'Elm|R|C|Perl|OCaml|Understanding of R|x.|Open|Perf|Kube|Basic|Go routines|D'
const projects = 'My Tool|Flipt|Foo|Open Tool|Kube|Har|Op|Fl|Service Lamp|K8|Cloud R|Tele Meter|Falc'
const samples = [
  ...people.split('|').map((name) => ({ name, start: '  -', tail: '(?: \\(@, ?\\)(?: - primary)?)?' })),
  ...skills.split('|').map((name) => ({ name, start: '- Recommended Skills:', tail: '' })),
  ...projects.split('|').map((name) => ({ name, start: '####', tail: '' })),
]
/** A word of a known name, then the beginning of one that the text has elsewhere: at this speed the list is asked for late. */
const halfKnown = [
  ...['Maria Re', 'Jane Pe', 'Thomas So', 'Noor Re', 'Omar Pe', 'Ada So', 'Li Re'].map((name) => ({
    name,
    start: '  -',
    tail: '(?: \\(@, ?\\)(?: - primary)?)?',
    delay: 30,
  })),
  ...['Rust Re', 'Open Pe', 'Kubernetes So'].map((name) => ({ name, start: '- Recommended Skills:', tail: '', delay: 30 })),
]
const keys = ['Enter', 'Tab', ',', '(']
/** To look for the command among all others costs more than to type a name. */
const revert = { key: 'ctrl+alt+shift+r', command: 'workbench.action.files.revert' }

/** Clicks after the end of a line, counted from 1: a person does it faster than Go to Line. */
const clickAfterLine = async (page, line, column) => {
  const number = page.locator('.margin-view-overlays .line-numbers', { hasText: new RegExp(`^${line}$`) })
  // VS Code may be drawing the lines again: then it has no place
  let place = null
  while (place === null) {
    await number.waitFor()
    place = await number.boundingBox()
  }
  await page.mouse.click(place.x + 600, place.y + place.height / 2)
  await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor()
}

/** Types each name in its place, followed by one of the keys, and reads the line. */
const typeSamples = async ({ page, lines, pressUntil }) => {
  let failed = 0
  for (const [index, { name, start, tail, delay = 60 }] of [...samples, ...halfKnown].entries()) {
    const key = keys[index % keys.length]
    await clickAfterLine(page, lineOf(start), start.length + 1)
    await page.keyboard.type(` ${name}`, { delay })
    // at once, and after the list has had time to open
    if (index % 8 < 6) await page.waitForTimeout(400)
    await page.keyboard.press(key)
    await page.waitForTimeout(200)
    const shown = (await lines.locator('.view-line').allTextContents()).map((line) => line.replaceAll('\u00a0', ' '))
    const escaped = name.replace(/[.+]/g, '\\$&')
    const after = key === ',' ? ',' : key === '(' ? '\\(\\)?' : `${tail}\\s*`
    const wanted = new RegExp(`^${start} ${escaped}${after}$`)
    const line = shown.find((each) => each.startsWith(`${start} `) && !known.some((person) => each === entry(person)))
    const isRight = shown.some((each) => wanted.test(each))
    if (!isRight) failed++
    if (!isRight) console.log(`not ok typed text: ${name} and ${key}: ${line}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await pressUntil('Control+Alt+Shift+r', page.locator('.tab.active:not(.dirty)'))
  }
  return { passed: samples.length + halfKnown.length - failed, failed }
}

/** New Idea for Falco, with the cursor at the stop of the size, where the sizes open by themselves. */
const newIdeaAtSize = async ({ page, runCommand }, rows, title) => {
  await runCommand('Idea Files: New Idea…')
  for (const answer of ['Falco', title]) {
    const input = page.locator('.quick-input-widget:visible input')
    await input.waitFor()
    await page.waitForTimeout(700)
    await page.keyboard.type(answer)
    await page.waitForTimeout(300)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(700)
  }
  // description, outcome, skills, size
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab')
  await rows.filter({ hasText: 'medium' }).first().waitFor()
}

/**
 * New Idea: a size in one's own words stays, and Tab goes on at once. At the stop of a mentor the people of the project open by
 * themselves, and taking one goes on to the next mentor.
 */
const fillNewIdea = async (window) => {
  const { page, saved } = window
  const rows = page.locator('.suggest-widget.visible .monaco-list-row')
  await newIdeaAtSize(window, rows, 'Ring at dawn')
  await page.keyboard.type('350 hours', { delay: 30 })
  await page.keyboard.press('Tab')
  await page.keyboard.type('Zed Lake', { delay: 60 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await newIdeaAtSize(window, rows, 'Count the waves')
  // which goes on to the first mentor
  await page.keyboard.press('Enter')
  await rows.first().filter({ hasText: 'fill in later' }).waitFor()
  await picture(page, 'typed-mentor-stop')
  await page.keyboard.press('ArrowDown')
  const chosen = /^(.*) \(@/.exec((await rows.nth(1).textContent()).replaceAll('\u00a0', ' '))[1]
  await page.keyboard.press('Enter')
  // the next mentor's stop
  await rows.first().filter({ hasText: 'fill in later' }).waitFor()
  await page.keyboard.type('Zed Pond', { delay: 60 })
  await page.keyboard.press('Escape')
  const text = await saved(path)
  assert.ok(text.includes(entry(chosen)), `${chosen} is not in\n${text.slice(text.indexOf('Count the waves'))}`)
  assert.match(text, /^ {2}- Zed Pond \(@/m)
  assert.match(text, /^- Expected project size: 350 hours\n- Mentor\(s\):\n {2}- Zed Lake \(@/m)
  console.log(`ok typed text: New Idea with ${chosen} and a new mentor`)
}

/** Opens a window on the list and types all samples. */
export const runTyped = async (tools) => {
  const window = await openWindow(tools, { folder: join(here, 'fixture'), files: { [path]: text }, keys: [revert] })
  try {
    assert.ok(samples.length >= 40)
    await window.openFile(path)
    await window.page.locator('[class*=squiggly-]').first().waitFor()
    const isFilled = await fillNewIdea(window).then(
      () => true,
      async (error) => {
        await pictureOfFailure(window.page, 'typed-new-idea')
        console.log(`not ok typed text: New Idea: ${error.message}`)
        return false
      },
    )
    await window.page.keyboard.press('Escape')
    writeFileSync(join(window.workspace, path), text)
    await window.page.waitForTimeout(1000)
    await window.hideSideBar()
    await window.lines.click()
    await window.page.keyboard.press('Control+Home')
    const typed = await typeSamples(window)
    const sum = { passed: typed.passed + Number(isFilled), failed: typed.failed + Number(!isFilled) }
    if (typed.failed === 0) console.log(`ok typed text: ${typed.passed} names that are in no list`)
    return sum
  } catch (error) {
    await pictureOfFailure(window.page, 'typed')
    throw error
  } finally {
    await window.stop()
  }
}
