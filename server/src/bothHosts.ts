// dist/server.js, which runs as a Node process and as a web worker: nearly all code is the same, so the extension has it once.
// Only the module of the present host is run. It is given `startServer`: code that it imports itself would start later.
import { startServer } from './lsp/server.ts'

if ('importScripts' in globalThis) void import('./browser.ts').then(({ runInBrowser }) => runInBrowser(startServer))
else void import('./node.ts').then(({ runInNode }) => runInNode(startServer))
