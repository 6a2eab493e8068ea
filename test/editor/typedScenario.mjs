// Names that are in no list, typed in a window: what is typed is what is there, whichever key follows.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { here } from './setup.mjs'
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
const keys = ['Enter', 'Tab', ',', '(']

/** Types each name in its place, followed by one of the keys, and reads the line. */
const typeSamples = async ({ page, goTo, lines, runCommand }) => {
  let failed = 0
  for (const [index, { name, start, tail }] of samples.entries()) {
    const key = keys[index % keys.length]
    await goTo(lineOf(start), start.length + 1)
    await page.keyboard.type(` ${name}`, { delay: 60 })
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
    await runCommand('File: Revert File')
    await page.locator('.tab.active:not(.dirty)').waitFor()
  }
  return { passed: samples.length - failed, failed }
}

/** Opens a window on the list and types all samples. */
export const runTyped = async (tools) => {
  const shots = join(here, 'shots')
  mkdirSync(shots, { recursive: true })
  const window = await openWindow(tools, { folder: join(here, 'fixture'), files: { [path]: text } })
  try {
    assert.ok(samples.length >= 40)
    await window.openFile(path)
    await window.page.locator('[class*=squiggly-]').first().waitFor()
    const sum = await typeSamples(window)
    if (sum.failed === 0) console.log(`ok typed text: ${sum.passed} names that are in no list`)
    return sum
  } catch (error) {
    await window.page.screenshot({ path: join(shots, 'typed.png') })
    throw error
  } finally {
    await window.stop()
  }
}
