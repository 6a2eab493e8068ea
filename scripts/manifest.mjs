// The two packages that are published: their manifests, made of package.json, and the files each one has.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run.mjs'

export const readManifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The texts that package.json names as `%key%`. */
const readManifestTexts = () => JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'))

/** The address of the repository, without a slash at its end; null until package.json has one in `ideaFiles.repository`. */
export const repositoryOf = ({ ideaFiles }) => ideaFiles.repository || null

/** All addresses follow from that of the repository. */
const addresses = (manifest) => {
  const url = repositoryOf(manifest)
  if (url === null) return {}
  return {
    repository: { type: 'git', url: `git+${url}.git` },
    bugs: { url: `${url}/issues` },
    homepage: `${url}#readme`,
  }
}

/** What only the other package, or only a checkout, needs. */
const without = (manifest, ...keys) => Object.fromEntries(Object.entries(manifest).filter(([key]) => !keys.includes(key)))

/** The manifest of the extension: its folder has nothing but its files. */
export const extensionManifest = (manifest) => ({
  files: ['**/*'],
  ...without(manifest, 'bin', 'exports', 'types', 'scripts', 'devDependencies', 'ideaFiles'),
  ...addresses(manifest),
  ...(repositoryOf(manifest) === null ? {} : { qna: `${repositoryOf(manifest)}/discussions` }),
})

const ofVsCode = [
  'activationEvents',
  'browser',
  'capabilities',
  'categories',
  'contributes',
  'displayName',
  'extensionKind',
  'galleryBanner',
  'icon',
  'l10n',
  'preview',
  'pricing',
  'publisher',
  'vsce',
]

/** The manifest of the npm package: the command line, its server, and the library. npm knows nothing of package.nls.json. */
export const npmManifest = (manifest) => ({
  ...without(manifest, ...ofVsCode, 'scripts', 'devDependencies', 'ideaFiles', 'engines'),
  ...addresses(manifest),
  description: readManifestTexts().description,
  main: './dist/library.mjs',
  sideEffects: false,
  engines: { node: manifest.engines.node },
  publishConfig: { access: 'public', provenance: true },
})

const legal = ['LICENSE', 'THIRD_PARTY_NOTICES.txt']

export const extensionFiles = [
  ...legal,
  'CHANGELOG.md',
  'dist/client.js',
  'dist/server.js',
  'dist/start.js',
  'docs/images',
  'images/icon.png',
  'l10n/bundle.l10n.de.json',
  'media',
  'package.nls.de.json',
  'package.nls.json',
  'schemas/idea-files.schema.json',
  'snippets',
  'syntaxes',
]

export const npmFiles = [
  ...legal,
  'dist/check.js',
  'dist/cli.js',
  'dist/library.mjs',
  'dist/library.d.mts',
  'dist/program.js',
  'dist/server.js',
  'schemas/export.schema.json',
  'schemas/feed.schema.json',
  'skills',
]

/** Lays a package out in a folder of build/: its manifest, its README, its files. Returns the folder. */
export function stage(name, manifest, readme, files) {
  const folder = join(root, 'build', name)
  rmSync(folder, { recursive: true, force: true })
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file), { recursive: true })
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(join(folder, 'README.md'), readme)
  return folder
}
