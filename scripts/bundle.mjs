// Loads a module of the server, bundled as it is for the product.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { l10nAlias, textLoaders } from './bundles.mjs'
import { root } from './run.mjs'

/** The exports of a TypeScript file, by its path in the repository. */
export const load = async (path) => {
  const outfile = join(root, `build/script-${process.pid}-${path.replaceAll(/\W/g, '-')}.mjs`)
  await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    loader: textLoaders,
    alias: l10nAlias,
    outfile,
  })
  try {
    return await import(pathToFileURL(outfile))
  } finally {
    rmSync(outfile)
  }
}
