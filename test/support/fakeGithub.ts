import { createServer } from 'node:http'
import { after } from 'node:test'

/** What a path answers: a status with a body (an object is sent as JSON) and headers; `hang` never answers. */
export interface FakeAnswer {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly hang?: true
}

/** {@link startFakeGithub}; it goes when the tests end. */
export async function fakeGithub(answers: Readonly<Record<string, FakeAnswer>>) {
  const { stop, ...server } = await startFakeGithub(answers)
  after(stop)
  return server
}

/** A server on loopback that answers as GitHub's REST does; unknown paths are 404. */
export async function startFakeGithub(answers: Readonly<Record<string, FakeAnswer>>) {
  const asked: { readonly path: string; readonly method: string; readonly token: string | undefined; readonly body: string }[] =
    []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = request.url ?? ''
      asked.push({
        path,
        method: request.method ?? '',
        token: request.headers.authorization,
        body: Buffer.concat(parts).toString(),
      })
      const answer = answers[path] ?? { status: 404, body: { message: 'Not Found' } }
      if (answer.hang) return
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const stop = (): void => {
    server.closeAllConnections()
    server.close()
  }
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { base: `http://127.0.0.1:${port}`, asked, stop }
}
