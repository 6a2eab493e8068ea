// usage: node scripts/notices.mjs   Writes THIRD_PARTY_NOTICES.txt: the licenses of all packages that the bundles contain.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundlesFor } from './bundles.mjs'
import { Refusal, root, script } from './run.mjs'

/** The folders of the packages that are bundled, from esbuild's own list of what it read. */
async function bundledPackages() {
  const { build } = await import('esbuild')
  const results = await Promise.all(
    bundlesFor(true).map((options) => build({ ...options, absWorkingDir: root, metafile: true, write: false })),
  )
  const inputs = results.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  )
  const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/
  return [...new Set(inputs.flatMap((path) => folder.exec(path)?.[0] ?? []))].sort()
}

const licenseOf = (folder) => {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:[.-].*)?$/i.test(name))
  return file ? readFileSync(join(folder, file), 'utf8') : null
}

// packages that ship no license file: the text of their repository's
const licensesByHand = {
  '@vscode/l10n': `MIT License

Copyright (c) Microsoft Corporation.

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`,
}

const noticeOf = (path) => {
  const folder = join(root, path)
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const text = licenseOf(folder) ?? licensesByHand[name] ?? null
  if (text === null) throw new Refusal(`${path} has no license file: its notice must be written by hand.`)
  const by = typeof author === 'string' ? author.replace(/\s*[<(].*/, '') : author?.name
  const title = `${name} ${version} (${license})${by ? `, by ${by}` : ''}`
  return `${title}\n${'-'.repeat(title.length)}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
}

async function render() {
  const packages = await bundledPackages()
  const notices = [...new Set(packages.map(noticeOf))]
  return `Third-party notices

Idea Files contains the following packages. Names of projects in its catalog come from the CNCF landscape (Apache-2.0).

${notices.join('\n\n')}`
}

let rendered

/** The whole text. Packages in several versions appear once for each. All bundles are built for it, in a process but once. */
export const renderNotices = () => {
  rendered ??= render()
  return rendered
}

const target = join(root, 'THIRD_PARTY_NOTICES.txt')

/** Whether the file in the repository is what would be written. */
export const areNoticesCurrent = async () => existsSync(target) && readFileSync(target, 'utf8') === (await renderNotices())

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await script(async () => writeFileSync(target, await renderNotices()))
}
