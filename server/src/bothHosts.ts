// dist/server.js, which runs as a Node process and as a web worker: nearly all code is the same, so the extension has it once.
// Only the module of the present host is run. It is given the servers: what it imported itself, with all that it shares, V8 would read twice.
import { startServer } from './lsp/server.ts'
import { serveMcp } from './mcp/serveMcp.ts'

if ('importScripts' in globalThis) void import('./browser.ts').then(({ runInBrowser }) => runInBrowser(startServer))
else void import('./node.ts').then(({ runInNode }) => runInNode({ startServer, serveMcp }))
