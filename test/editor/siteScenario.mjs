// The page that `idea-files site` writes, in Chromium: with and without script, in light, dark and narrow, and checked by axe.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { must, root } from '../../scripts/run.mjs'
import { generated } from './overviewScenario.mjs'
import { picture } from './shots.mjs'
import { tempFolder } from './workbench.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How the page is looked at. */
const looks = [
  { name: 'light', options: { viewport: { width: 1100, height: 900 }, colorScheme: 'light' } },
  { name: 'dark', options: { viewport: { width: 1100, height: 900 }, colorScheme: 'dark' } },
  { name: 'narrow', options: { viewport: { width: 360, height: 740 }, colorScheme: 'light' } },
]

const visibleTitles = (page) =>
  page.locator('article:visible h3').evaluateAll((headings) => headings.map((heading) => heading.textContent.trim()))

/** Opens the page; what it logs, and what it loads apart from itself, is an error. */
const openPage = async (browser, url, options) => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const wrong = []
  page.on('console', (message) => wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('request', (request) => request.url().split('#')[0] !== url && wrong.push(request.url()))
  await page.goto(url)
  return { page, wrong, close: () => context.close() }
}

const steps = [
  [
    'every idea is there without script, and no form that could do nothing',
    async ({ open, ideas }) => {
      const { page, wrong, close } = await open({ javaScriptEnabled: false })
      assert.equal((await visibleTitles(page)).length, ideas.length)
      assert.equal(await page.locator('form:visible').count(), 0)
      assert.deepEqual(wrong, [])
      await close()
    },
  ],
  [
    'the search finds Go by golang, filters narrow, and Show all shows all',
    async ({ open, ideas }) => {
      const { page, wrong, close } = await open({})
      const withGo = ideas.filter(({ skills }) => skills.some((skill) => /^(?:go|golang)$/i.test(skill)))
      const search = page.getByRole('searchbox')
      const until = (count) =>
        page.waitForFunction(
          (wanted) => [...document.querySelectorAll('article')].filter((each) => each.checkVisibility()).length === wanted,
          count,
        )
      await search.fill('golang')
      await page.waitForFunction(
        (all) => [...document.querySelectorAll('article')].filter((each) => each.checkVisibility()).length < all,
        ideas.length,
      )
      const found = await visibleTitles(page)
      for (const { title } of withGo) assert.ok(found.includes(title), title)
      await page.getByRole('button', { name: 'Show all' }).click()
      await until(ideas.length)
      // each mentor is an item, and an item's text ends where the next one begins
      const { title, mentors } = ideas.find((idea) => idea.mentors.length > 1 && idea.mentors[1].name !== null)
      await search.fill(mentors[1].name)
      await page.locator('article:visible h3', { hasText: title }).waitFor()
      assert.ok((await visibleTitles(page)).length < ideas.length)
      await page.getByRole('button', { name: 'Show all' }).click()
      await until(ideas.length)
      const project = ideas[0].project
      const ofProject = ideas.filter((idea) => idea.project === project)
      await page.getByLabel('Project').selectOption(project)
      await until(ofProject.length)
      assert.deepEqual((await visibleTitles(page)).toSorted(), ofProject.map(({ title }) => title).toSorted())
      assert.deepEqual(wrong, [])
      await close()
    },
  ],
  ...looks.map(({ name, options }) => [
    `axe finds nothing, and the console stays empty: ${name}`,
    async ({ open }) => {
      // axe is put into the page, which allows its own script only
      const { page, wrong, close } = await open({ ...options, bypassCSP: true })
      await picture(page, `site-${name}`)
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
        true,
        'nothing is cut off',
      )
      assert.deepEqual(wrong, [])
      await page.addScriptTag({ content: axe })
      const violations = await page.evaluate(() => globalThis.axe.run().then((result) => result.violations))
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`),
        [],
      )
      await close()
    },
  ]),
]

/** The picture of the page of the samples, for the README. */
export const takePagePicture = async ({ chromium: executablePath }, path) => {
  const folder = tempFolder('site-picture')
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'site', '--out', folder.path, 'examples/programs'], { cwd: root })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const viewport = { width: 1000, height: 760 }
  const { page, close } = await openPage(browser, pathToFileURL(join(folder.path, 'index.html')).href, { viewport })
  await page.getByRole('searchbox').fill('golang')
  await page.locator('article[hidden]').first().waitFor({ state: 'attached' })
  await page.screenshot({ path })
  await close()
  await browser.close()
  folder.remove()
}

/** How long a workspace of 100 lists and 2,000 ideas, each once, takes: to make the page, to open it, to answer the first filter. */
const measureLargePage = async (browser, run) => {
  const lists = await generated([1, 2])
  const folder = tempFolder('large-site')
  const started = performance.now()
  run('site', '--out', folder.path, lists.path)
  const made = performance.now() - started
  const url = pathToFileURL(join(folder.path, 'index.html')).href
  const { page, wrong, close } = await openPage(browser, url, {})
  const [ideas, opened] = await page.evaluate(() => [
    document.querySelectorAll('article').length,
    performance.getEntriesByType('navigation')[0].loadEventEnd,
  ])
  const answered = await page.evaluate(
    () =>
      new Promise((done) => {
        const articles = [...document.querySelectorAll('article')]
        const search = document.querySelector('input[type=search]')
        search.value = 'golang'
        const before = performance.now()
        search.dispatchEvent(new Event('input', { bubbles: true }))
        const look = () =>
          requestAnimationFrame(() => (articles.some(({ hidden }) => hidden) ? done(performance.now() - before) : look()))
        look()
      }),
  )
  console.log(
    `# The page of ${ideas} ideas: made in ${Math.round(made)} ms, opened in ${Math.round(opened)} ms, first search in ${Math.round(answered)} ms`,
  )
  await close()
  for (const each of [lists, folder]) each.remove()
  return { ideas, wrong }
}

/** Runs the script of the page, on the examples. */
export const runSite = async ({ chromium: executablePath }) => {
  const cli = join(root, 'dist/cli.js')
  if (!existsSync(cli)) await must(process.execPath, ['scripts/build.mjs', '--prod'])
  const folder = tempFolder('site')
  const run = (...words) =>
    execFileSync(process.execPath, [cli, ...words], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  run('site', '--out', folder.path, 'examples')
  const { files } = JSON.parse(run('export', 'examples'))
  const ideas = files.flatMap(({ projects }) =>
    projects.flatMap(({ name, ideas: own }) =>
      own.map(({ title, skills, mentors }) => ({ project: name, title, skills, mentors })),
    ),
  )
  const url = pathToFileURL(join(folder.path, 'index.html')).href
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  let [passed, failed] = [0, 0]
  for (const [title, step] of steps) {
    try {
      await step({ open: (options) => openPage(browser, url, options), ideas })
      console.log(`ok On the page: ${title}`)
      passed++
    } catch (error) {
      console.log(`not ok On the page: ${title}: ${error.message}`)
      failed++
    }
  }
  const large = await measureLargePage(browser, run)
  if (large.ideas >= 2000 && large.wrong.length === 0) passed++
  else {
    console.log(`not ok On the page of a large workspace: ${large.ideas} ideas; ${large.wrong}`)
    failed++
  }
  await browser.close()
  folder.remove()
  return { passed, failed }
}
