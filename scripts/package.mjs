// usage: node scripts/package.mjs [--out FILE]   Builds the extension and packs it as a VSIX, and checks what is in it.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { layTools, node24 } from '../test/editor/setup.mjs'
import { extensionFiles, extensionManifest, readManifest, repositoryOf, stage } from './manifest.mjs'
import { install, must, Refusal, root, script } from './run.mjs'

/** Without pictures; and the largest growth over the last release, by its size in bytes (0 before the first). */
const limit = 650 * 1024
const lastRelease = 0
const maxGrowth = 1.2
const manifest = readManifest()
const { name, version } = manifest
const out = process.argv.indexOf('--out')
const vsix = resolve(out < 0 ? join(root, `${name}-${version}.vsix`) : process.argv[out + 1])

// A VSIX is a zip file: its central directory names every file and how much room it takes.
const filesIn = (zip) => {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const files = []
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    files.push({ path: zip.toString('utf8', at + 46, at + 46 + nameLength), size: zip.readUInt32LE(at + 20) })
    at += 46 + nameLength + extra + comment
  }
  return files
}

/** The files that the manifest names, as VS Code will look for them. */
const named = [
  ...JSON.stringify(extensionManifest(manifest)).matchAll(
    /"(?:\.\/)?((?:dist|docs|images|schemas|snippets|syntaxes)\/[^"]+\.\w+)"/g,
  ),
].map(([, path]) => path)

/** The texts in other languages, by which VS Code finds them. */
const translations = ['package.nls.json', 'package.nls.de.json', 'l10n/bundle.l10n.de.json']

await script(async () => {
  await install(root)
  await layTools()
  const { listingOf } = await import('./listing.mjs')
  const vsce = join(root, 'test/editor/node_modules/@vscode/vsce/vsce')
  await must(process.execPath, ['scripts/build.mjs', '--prod'])
  const repository = repositoryOf(manifest)
  const page = listingOf(readFileSync(join(root, 'README.md'), 'utf8'), repository)
  const folder = stage('extension', extensionManifest(manifest), page, extensionFiles)
  const flags = repository === null ? ['--allow-missing-repository'] : []
  const packed = spawnSync(node24(), [vsce, 'package', ...flags, '--out', vsix], { cwd: folder, encoding: 'utf8' })
  const said = `${packed.stdout}${packed.stderr}`
  if (packed.status !== 0) throw new Refusal(`vsce could not pack the extension:\n${said}`)
  const files = filesIn(readFileSync(vsix))
  const size = files.filter(({ path }) => !path.endsWith('.png')).reduce((sum, file) => sum + file.size, 0)
  const wrong = [
    ...(/warning/i.test(said) ? [`Warnings of vsce:\n${said}`] : []),
    ...(lastRelease > 0 && size > lastRelease * maxGrowth
      ? [`It grew from ${Math.round(lastRelease / 1024)} KB to ${Math.round(size / 1024)} KB since the last release.`]
      : []),
    ...(size > limit
      ? [`It is too large: ${Math.round(size / 1024)} KB without pictures (the limit is ${limit / 1024} KB).`]
      : []),
    ...[...named, ...translations]
      .filter((path) => !files.some((file) => file.path === `extension/${path}`))
      .map((path) => `It lacks ${path}.`),
    ...files.filter(({ path }) => /\.map$|(^|\/)(cli\.js|library\..*)$/.test(path)).map(({ path }) => `It contains ${path}.`),
  ]
  if (wrong.length > 0) throw new Refusal(['The VSIX cannot be released:', ...wrong].join('\n'))
  console.log(`${vsix}: ${files.length} files, ${Math.round(size / 1024)} KB without pictures`)
})
