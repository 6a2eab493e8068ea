import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { test } from 'node:test'
import { projectFileName } from '../../server/src/protocol/protocol.ts'

interface Pictures {
  readonly light: string
  readonly dark: string
  readonly hc: string
  readonly hcLight: string
}

interface Step {
  readonly title: string
  readonly description: string
  readonly media: { readonly image: Pictures; readonly altText: string }
  readonly completionEvents: readonly string[]
}

interface Manifest {
  readonly categories: readonly string[]
  readonly keywords: readonly string[]
  readonly icon: string
  readonly activationEvents: readonly string[]
  readonly galleryBanner: { readonly color: string; readonly theme: string }
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>> }
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[]
    readonly commands: readonly { readonly command: string }[]
    readonly submenus: readonly { readonly id: string }[]
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>>
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when: string }[]>>
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[]
  }
}

const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'))

/** As VS Code reads it: a value `%key%` is a text of package.nls.json. */
const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'), (_, value) =>
  typeof value === 'string' && /^%[^%]+%$/.test(value) ? texts[value.slice(1, -1)] : value,
)

const walkthroughPictures = manifest.contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image))

const picturesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.png') ? [`${folder}/${name}`] : []))

/** Width and height, as the header of a PNG says them. */
const sizeOf = (path: string): string => readFileSync(path).toString('hex', 16, 24)

// https://code.visualstudio.com/api/references/extension-manifest
const marketplace = [
  'AI',
  'Azure',
  'Chat',
  'Data Science',
  'Debuggers',
  'Education',
  'Extension Packs',
  'Formatters',
  'Keymaps',
  'Language Packs',
  'Linters',
  'Machine Learning',
  'Notebooks',
  'Other',
  'Programming Languages',
  'SCM Providers',
  'Snippets',
  'Testing',
  'Themes',
  'Visualization',
]

test('manifest: categories are the Marketplace’s, keywords are at most thirty', () => {
  assert.deepEqual(
    manifest.categories.filter((category) => !marketplace.includes(category)),
    [],
  )
  assert.ok(manifest.keywords.length > 3 && manifest.keywords.length <= 30)
})

test('manifest: the icon is a PNG of 128 pixels, with its SVG, on a banner of its colour', () => {
  const png = readFileSync(manifest.icon)
  assert.equal(png.toString('latin1', 1, 4), 'PNG')
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128])
  assert.ok(readFileSync('images/icon.svg', 'utf8').includes(`fill="${manifest.galleryBanner.color}"`))
})

test('manifest: each step of the walkthrough has a picture, works with no list open, and ends when its work is done', () => {
  const steps = manifest.contributes.walkthroughs.flatMap(({ steps }) => steps)
  assert.ok(steps.length >= 4 && steps.length <= 8)
  const marked = new Set(
    readFileSync('client/src/walkthroughSteps.ts', 'utf8').split('type WalkthroughStep')[1]?.split('\n')[0]?.match(/\w+/g),
  )
  for (const { title, description, media, completionEvents } of steps) {
    for (const picture of Object.values(media.image)) assert.ok(existsSync(picture), picture)
    assert.ok(media.altText.length > 20, `${title}: what the picture shows`)
    const commands = [...description.matchAll(/\]\(command:([\w.]+)\)/g)].map(([, command]) => command!)
    // commands of the editor do nothing while the walkthrough has the focus
    assert.ok(commands.length > 0 && commands.every((command) => !command.startsWith('editor.')), title)
    const [event = '', ...others] = completionEvents
    assert.equal(others.length, 0, title)
    const [, key] = /^onContext:ideaFiles\.(?:done\.(\w+)|ideaList)$/.exec(event) ?? []
    assert.ok(
      key === undefined ? event === 'onContext:ideaFiles.ideaList' || event === `onCommand:${commands.at(-1)}` : marked.has(key),
      event,
    )
  }
})

test('manifest: the README shows the light pictures of the walkthrough, all there are', () => {
  const inReadme = [...readFileSync('README.md', 'utf8').matchAll(/!\[[^\]]{20,}\]\((docs\/images\/[^)]+)\)/g)].map(
    ([, path]) => path,
  )
  const names = picturesIn('docs/images')
  assert.deepEqual(inReadme.toSorted(), names)
  assert.deepEqual(walkthroughPictures.map(({ light }) => light).toSorted(), names)
})

test('manifest: each light picture has a dark one of the same size, for dark and high contrast themes, and both are small', () => {
  for (const { light, dark, hc, hcLight } of walkthroughPictures) {
    assert.equal(dark, light.replace('docs/images/', 'docs/images/dark/'))
    assert.deepEqual([hc, hcLight], [dark, light])
    assert.equal(sizeOf(dark), sizeOf(light), dark)
    for (const path of [light, dark]) assert.ok(statSync(path).size <= 150 * 1024, path)
  }
  assert.deepEqual(picturesIn('docs/images/dark'), walkthroughPictures.map(({ dark }) => dark).toSorted())
})

test('manifest: a configuration file in any folder activates the extension, even if no Markdown file is open', () => {
  assert.ok(manifest.activationEvents.includes(`workspaceContains:**/${projectFileName}`))
})

test('manifest: the trace setting has the values that the client library knows', () => {
  assert.deepEqual(manifest.contributes.configuration.properties['ideaFiles.trace.server']?.enum, ['off', 'messages', 'verbose'])
})

test('manifest: menus and welcoming texts name commands, submenus and views that there are', () => {
  const { commands, submenus, menus, views, viewsWelcome } = manifest.contributes
  const known = new Set(commands.map(({ command }) => command))
  const items = Object.values(menus).flat()
  assert.deepEqual(
    items.flatMap(({ command }) => (command === undefined || known.has(command) ? [] : [command])),
    [],
  )
  const ids = new Set(submenus.map(({ id }) => id))
  for (const { submenu } of items) if (submenu !== undefined) assert.ok(ids.has(submenu) && menus[submenu], submenu)
  const shown = Object.values(views).flat()
  for (const { view, contents } of viewsWelcome) {
    assert.ok(
      shown.some(({ id }) => id === view),
      view,
    )
    for (const [, command] of contents.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(known.has(command!), command)
  }
  // what is there before a list is open costs those who never write one
  for (const { id, when } of shown) assert.ok(when.includes('ideaFiles.'), id)
})
