// What is coloured, as the window paints it in VS Code's own themes, light and dark; Markdown's own colours are those without us.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadMarkdown } from './colours.mjs'
import { here } from './setup.mjs'
import { picture, pictureOfFailure } from './shots.mjs'
import { openWindow } from './window.mjs'

/** Those that a person gets unasked, and those of the years before. */
const themes = ['Light 2026', 'Dark 2026', 'Light Modern', 'Dark Modern']
const limit = 40_000

const path = 'programs/summerofcode/2029.md'
const text = `# Ideas for the tide

<!-- TOC -->

Plain words, **heavy words** and [linked words](https://example.org).

### Harbor

#### Show the tide

- Description: Quiet words, **strong words** and [a page](https://example.org).
- Expected project size: medium (~175 hour projects)
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org)
- Upstream Issue: TBD
`
const plain = ['Plain words', 'Quiet words', 'Ada Fern']
/** A label, a size, a handle, a placeholder of a template, and the mark of a table of contents. */
const ours = ['Description', 'medium', '@ada-fern', 'TBD', 'TOC']
const markdowns = ['Ideas for the tide', 'Show the tide', 'heavy words', 'strong words', 'linked words', 'a page']

/** A theme with all that it includes; what it says itself comes last. */
const readTheme = (file) => {
  const { include, colors = {}, tokenColors = [] } = JSON.parse(readFileSync(file, 'utf8'))
  const base = include ? readTheme(join(dirname(file), include)) : { colors: {}, tokenColors: [] }
  return { colors: { ...base.colors, ...colors }, tokenColors: [...base.tokenColors, ...tokenColors] }
}

const themeNamed = (vscodeDir, name) => {
  const folder = join(vscodeDir, 'extensions/theme-defaults')
  const { contributes } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { colors, tokenColors } = readTheme(join(folder, contributes.themes.find(({ id }) => id === name).path))
  const [foreground, background] = ['editor.foreground', 'editor.background'].map((key) => colors[key])
  return [{ settings: { foreground, background } }, ...tokenColors]
}

// vscode-textmate keeps the number of a token's colour in these bits of its metadata
const colourOf = (metadata) => (metadata & 0x00ff8000) >>> 15

/** The colour of each piece's first character as the theme paints Markdown without us. */
const withoutUs = async (vscodeDir, theme, pieces) => {
  const { grammar, colours, initial } = await loadMarkdown(vscodeDir, false, themeNamed(vscodeDir, theme))
  let state = initial
  const found = new Map()
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine2(line, state)
    state = ruleStack
    for (const piece of pieces.filter((each) => line.includes(each))) {
      const at = line.indexOf(piece)
      const index = Array.from(tokens.filter((_, place) => place % 2 === 0)).findLastIndex((start) => start <= at)
      found.set(piece, opaque(colours[colourOf(tokens[2 * index + 1])]))
    }
  }
  return found
}

/** The colour of each piece in the window; null for one that is not there in one colour. */
const painted = async (page, pieces) => {
  const lines = await page
    .locator('.editor-instance .view-line')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('span > span')].map((span) => [
          span.textContent.replaceAll('\u00a0', ' '),
          getComputedStyle(span).color,
        ]),
      ),
    )
  const characters = lines.map((spans) => spans.flatMap(([part, colour]) => [...part].map(() => colour)))
  return new Map(
    pieces.map((piece) => {
      const place = lines.map((spans) =>
        spans
          .map(([part]) => part)
          .join('')
          .indexOf(piece),
      )
      const line = place.findIndex((at) => at >= 0)
      const colours = new Set(line < 0 ? [] : characters[line].slice(place[line], place[line] + piece.length))
      return [piece, colours.size === 1 ? hex([...colours][0]) : null]
    }),
  )
}

const opaque = (colour) => colour.slice(0, '#rrggbb'.length).toLowerCase()
/** A colour that is on its way to that of another theme stays as it is: it equals none. */
const hex = (colour) => {
  const parts = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour)?.slice(1)
  return parts ? `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : colour
}

const check = async ({ page, workspace }, vscodeDir, theme) => {
  mkdirSync(join(workspace, '.vscode'), { recursive: true })
  writeFileSync(join(workspace, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }))
  const own = await withoutUs(vscodeDir, theme, [...markdowns, ...plain, ...ours])
  const until = Date.now() + limit
  for (;;) {
    const shown = await painted(page, [...plain, ...ours, ...markdowns])
    try {
      for (const piece of [...plain, ...markdowns]) assert.equal(shown.get(piece), own.get(piece), `"${piece}"`)
      for (const piece of ours) {
        assert.notEqual(shown.get(piece), null, `"${piece}" is in no one colour`)
        assert.notEqual(shown.get(piece), own.get('Plain words'), `"${piece}" looks like any other word`)
        assert.notEqual(shown.get(piece), own.get(piece), `"${piece}" looks as it does without us`)
      }
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
  }
}

/** Looks at the colours in one window, theme by theme. */
export const runThemes = async (tools) => {
  const window = await openWindow(tools, { folder: join(here, 'fixture'), files: { [path]: text } })
  const sum = { passed: 0, failed: 0 }
  try {
    await window.openFile(path)
    for (const theme of themes) {
      try {
        await check(window, tools.vscodeDir, theme)
        await picture(window.page, `theme ${theme}`)
        sum.passed++
        console.log(`ok Colours in the window: ${theme}`)
      } catch (error) {
        await pictureOfFailure(window.page, `theme ${theme}`)
        sum.failed++
        console.log(`not ok Colours in the window: ${theme}: ${error.message}`)
      }
    }
    return sum
  } finally {
    await window.stop()
  }
}
