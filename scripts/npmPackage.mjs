// usage: node scripts/npmPackage.mjs [--out FILE]   Builds the npm package (command line, server, library) and prints the file's path.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { npmFiles, npmManifest, readManifest, repositoryOf, stage } from './manifest.mjs'
import { npmCall, root, script } from './run.mjs'

await script(async () => {
  const manifest = readManifest()
  const out = process.argv.indexOf('--out')
  const target = resolve(out < 0 ? join(root, `${manifest.name}-${manifest.version}.tgz`) : process.argv[out + 1])
  // what it prints is one path: `npm install --global "$(node scripts/npmPackage.mjs)"`
  execFileSync(process.execPath, ['scripts/build.mjs', '--prod'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const { listingOf } = await import('./listing.mjs')
  const readme = listingOf(readFileSync(join(root, 'README.md'), 'utf8'), repositoryOf(manifest))
  const folder = stage('npm', npmManifest(manifest), readme, npmFiles)
  const { args, shell } = npmCall(['pack', '--silent', '--ignore-scripts', '--pack-destination', join(root, 'build')])
  const name = execFileSync('npm', args, { cwd: folder, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
  mkdirSync(dirname(target), { recursive: true })
  renameSync(join(root, 'build', name.split('\n').at(-1)), target)
  console.log(target)
})
