// A static server that turns code-server's browser files into a VS Code for the Web without any remote, as vscode.dev is. The page's
// configuration names the extension under development over http; the workspace is vscode-test-web://mount/, a folder here that the
// fs-provider extension of @vscode/test-web reads (what is written stays in the browser).
import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.map': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}
const openHeaders = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }

const swap = (text, from, to) => {
  if (!from.test(text)) throw new Error(`This VS Code is another than the one expected: ${from} is not in it.`)
  return text.replace(from, to)
}

// code-server's two changes to VS Code's web entry, undone: "the remote is this host", and "user data is on the remote".
const withoutRemote = (text) =>
  swap(
    swap(text, /remoteAuthority:location\.host/, 'remoteAuthority:void 0'),
    /(\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\b/,
    '$1vscodeUserData',
  )

const fileType = (entry) => (entry.isFile() ? 1 : entry.isDirectory() ? 2 : 0)
const statOf = async (path) => {
  const entry = await stat(path)
  return { type: fileType(entry), ctime: entry.ctimeMs, mtime: entry.mtimeMs, size: entry.size }
}
const listOf = async (path) =>
  (await readdir(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, type: fileType(entry) }))

const page = async ({ vscodeDir, authority, tests, settings }) => {
  const uri = (path) => ({ scheme: 'http', authority, path })
  const config = {
    folderUri: { scheme: 'vscode-test-web', authority: 'mount', path: '/' },
    additionalBuiltinExtensions: [uri('/fs-provider'), ...(tests ? [] : [uri('/extension')])],
    enableWorkspaceTrust: false,
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    _wrapWebWorkerExtHostInIframe: false,
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'vscode.vscode-test-web-fs': ['fileSearchProvider', 'textSearchProvider'] },
    },
    configurationDefaults: settings,
    ...(tests && {
      developmentOptions: {
        enableSmokeTestDriver: true,
        extensions: [uri('/extension')],
        extensionTestsPath: uri(`/extension/${tests}`),
      },
    }),
  }
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(config).replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: '/vscode',
    WORKBENCH_NLS_FALLBACK_URL: '/vscode/out/nls.messages.js',
    WORKBENCH_SCRIPT_NONCE: 'x',
  }
  const template = await readFile(join(vscodeDir, 'out/vs/code/browser/workbench/workbench.html'), 'utf8')
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '')
}

/**
 * Serves that VS Code with an extension, the workspace being `folder`. With a test bundle (a path inside the extension) it is under
 * development and the bundle is run; without one it is there as an installed one is.
 */
export const serveWeb = async ({ vscodeDir, extension, tests, folder, fsProvider, settings }) => {
  const roots = { vscode: vscodeDir, extension, static: folder, 'fs-provider': fsProvider }
  const answer = async (url) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
    const { port } = server.address()
    if (pathname === '/') return ['.html', await page({ vscodeDir, authority: `127.0.0.1:${port}`, tests, settings })]
    const [, mount, ...rest] = decodeURIComponent(pathname).split('/')
    const within = (parts) => normalize(`/${parts.join('/')}`)
    if (mount === 'static' && rest[0] === 'mount' && searchParams.size > 0) {
      const path = join(folder, within(rest.slice(1)))
      const found = searchParams.has('stat') ? statOf(path) : listOf(path)
      return ['.json', JSON.stringify(await found.catch((error) => ({ error: error.code })))]
    }
    const file = join(roots[mount], within(mount === 'static' ? rest.slice(1) : rest))
    const body = await readFile(file)
    return [extname(file), file.endsWith('/workbench/workbench.js') ? withoutRemote(body.toString()) : body]
  }
  const server = createServer((request, response) => {
    answer(request.url).then(
      ([extension, body]) => {
        response.writeHead(200, { ...openHeaders, 'Content-Type': types[extension] ?? 'application/octet-stream' })
        response.end(body)
      },
      (error) => {
        if (/another than the one expected/.test(error.message)) console.log(error.message)
        response.writeHead(404, openHeaders).end()
      },
    )
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const stop = () =>
    new Promise((done) => {
      server.close(done)
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${server.address().port}/`, stop }
}
