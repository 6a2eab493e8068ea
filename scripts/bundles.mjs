// What is built of the sources, as options for esbuild.
import { join } from 'node:path'
import { root } from './run.mjs'

/** The variant without Node's modules, which reads no file: the texts of a language are handed over. */
export const l10nAlias = { '@vscode/l10n': join(root, 'node_modules/@vscode/l10n/dist/browser.js') }

// a server that registers no file operations needs no globs for them
const clientAlias = { ...l10nAlias, minimatch: join(root, 'client/src/server/minimatchStub.ts') }

/** Files of a page that are bundled as texts. */
export const textLoaders = { '.inline.css': 'text', '.inline.js': 'text' }

/** What all bundles have in common; `prod` ones are minified. THIRD_PARTY_NOTICES.txt has the licenses of what is bundled. */
export const common = (prod) => ({
  bundle: true,
  sourcemap: prod ? false : 'linked',
  minify: prod,
  logLevel: 'warning',
  legalComments: 'none',
  loader: textLoaders,
  alias: l10nAlias,
})

/** The extension for both hosts, the servers, the command line, the library. */
export const bundlesFor = (prod) => {
  const node = { ...common(prod), platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] }
  const web = { ...common(prod), platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] }
  return [
    { ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.js', external: ['vscode'], alias: clientAlias },
    { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
    { ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', minify: true, banner: { js: '#!/usr/bin/env node' } },
    {
      ...web,
      format: 'cjs',
      entryPoints: ['client/src/browser.ts'],
      outfile: 'dist/web/client.js',
      external: ['vscode'],
      alias: clientAlias,
    },
    // a worker has no document, which some packages' browser variants use; neither has Node, where the library runs, too
    {
      ...web,
      conditions: ['worker'],
      format: 'iife',
      entryPoints: ['server/src/browser.ts'],
      outfile: 'dist/web/server.js',
    },
    // .mjs: the package is CommonJS to Node, as VS Code wants its entry
    {
      ...web,
      conditions: ['worker'],
      format: 'esm',
      entryPoints: ['server/src/library.ts'],
      outfile: 'dist/library.mjs',
      minify: true,
      sourcemap: false,
    },
  ]
}
