// Bundles the suite for both hosts into build/editor.
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../../scripts/run.mjs'
import { here } from './setup.mjs'

/** Where the bundles are, inside the repository. */
export const bundles = { node: 'build/editor/suite.node.cjs', web: 'build/editor/suite.web.js' }

const suite = (name) => join(here, 'suite', name)

export const buildSuite = () =>
  Promise.all([
    build({
      entryPoints: [suite('index.node.ts')],
      outfile: join(root, bundles.node),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: ['vscode', 'mocha'],
      logLevel: 'warning',
    }),
    // mocha 12 calls itself an ES module, so esbuild takes its UMD file for one, whose `module.exports = mocha` then hits
    // the bundle's own exports: a global name and a footer set that right.
    build({
      entryPoints: [suite('index.web.ts')],
      outfile: join(root, bundles.web),
      bundle: true,
      platform: 'browser',
      mainFields: ['browser', 'module', 'main'],
      format: 'iife',
      globalName: 'ideaFilesSuite',
      footer: { js: 'module.exports = ideaFilesSuite;' },
      target: 'es2022',
      external: ['vscode'],
      logLevel: 'warning',
    }),
  ])
