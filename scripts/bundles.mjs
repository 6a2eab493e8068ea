// What is built of the sources, as options for esbuild.
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { root } from './run.mjs'

/** The variant without Node's modules, which reads no file: the texts of a language are handed over. */
export const l10nAlias = { '@vscode/l10n': join(root, 'node_modules/@vscode/l10n/dist/browser.js') }

/** The variants for Node, which a package offers only to bundles that run nowhere else. */
const nodeVariants = Object.fromEntries(
  ['vscode-jsonrpc', 'vscode-languageclient', 'vscode-languageserver', 'vscode-languageserver-protocol'].map((name) => [
    `${name}/node`,
    join(root, `node_modules/${name}/lib/node/main.js`),
  ]),
)

// a server that registers no file operations needs no globs for them
const withoutGlobs = { minimatch: join(root, 'client/src/server/minimatchStub.ts') }

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

/** The extension and its server, each one file for both hosts; the command line; the library. */
export const bundlesFor = (prod) => {
  const node = { ...common(prod), platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] }
  // no document, which some packages' variants for browsers use, and no Node, unless a module has it by name
  const anyHost = {
    ...common(prod),
    platform: 'browser',
    target: 'es2022',
    mainFields: ['module', 'main'],
    conditions: ['worker'],
  }
  const bothHosts = { ...anyHost, external: [...builtinModules, 'node:*'], alias: { ...l10nAlias, ...nodeVariants } }
  return [
    {
      ...bothHosts,
      format: 'cjs',
      entryPoints: ['client/src/bothHosts.ts'],
      outfile: 'dist/client.js',
      external: [...bothHosts.external, 'vscode'],
      alias: { ...bothHosts.alias, ...withoutGlobs },
    },
    { ...bothHosts, format: 'iife', entryPoints: ['server/src/bothHosts.ts'], outfile: 'dist/server.js' },
    { ...node, entryPoints: ['server/src/start.ts'], outfile: 'dist/start.js' },
    { ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', minify: true, banner: { js: '#!/usr/bin/env node' } },
    { ...node, entryPoints: ['server/src/check.ts'], outfile: 'dist/check.js', minify: true },
    { ...node, entryPoints: ['server/src/program.ts'], outfile: 'dist/program.js', minify: true },
    // .mjs: the package is CommonJS to Node, as VS Code wants its entry
    {
      ...anyHost,
      format: 'esm',
      entryPoints: ['server/src/library.ts'],
      outfile: 'dist/library.mjs',
      minify: true,
      sourcemap: false,
    },
  ]
}
