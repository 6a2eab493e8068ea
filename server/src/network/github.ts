/** What is used of `fetch`, so that tests and hosts can give another one. */
export type FetchLike = (url: string, init: FetchOptions) => Promise<FetchResponse>

export interface FetchOptions {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** Redirects are followed here, on the same host only. */
  readonly redirect: 'manual'
  readonly signal: AbortSignal
  readonly body?: string
}

export interface FetchResponse {
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly body: ReadableStream<Uint8Array> | null
}

/** An answer of GitHub's REST, or a sentence on why there is none. */
export type GithubAnswer =
  | { readonly kind: 'found'; readonly data: unknown }
  /** It does not exist, or is private. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly why: string }

/** GitHub's REST API, and nothing else. */
export interface Github {
  /** `/repos/OWNER/REPO/issues/1` */
  readonly get: (path: string) => Promise<GithubAnswer>
  readonly post: (path: string, body: object) => Promise<GithubAnswer>
}

export interface GithubOptions {
  readonly fetch: FetchLike
  /** `https://api.github.com`, or that of a server in a company. */
  readonly base?: string
  readonly token: string | null
  readonly timeoutMs?: number
}

const publicBase = 'https://api.github.com'
const defaultTimeoutMs = 10_000
/** As many as GitHub answers in an hour without a token. */
const maxUnsignedRequests = 60
const maxSignedRequests = 1000
const maxAnswerBytes = 2 * 1024 * 1024
const maxRedirects = 3

/** The only module that talks to the network: a test checks that nothing but reviews and Create Issue imports it. */
export function createGithub({ fetch, base = publicBase, token, timeoutMs = defaultTimeoutMs }: GithubOptions): Github {
  const { origin } = new URL(base)
  const maxRequests = token === null ? maxUnsignedRequests : maxSignedRequests
  let requests = 0
  /** Set once nothing more can be asked for. */
  let stopped: string | null = null

  const refusal = (): string | null => {
    if (stopped !== null || requests < maxRequests) return stopped
    return `${maxRequests} requests are enough for one review${token === null ? '; with GITHUB_TOKEN there are more' : ''}`
  }
  const send = async (url: string, body: object | null, redirects = 0): Promise<GithubAnswer> => {
    const why = refusal()
    if (why !== null) return { kind: 'unknown', why }
    requests++
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { ...githubRequest(token, body), redirect: 'manual', signal })
    const { status, headers } = response
    if ([301, 302, 307, 308].includes(status) && body === null) {
      const target = new URL(headers.get('location') ?? '', url)
      if (target.origin !== origin || redirects >= maxRedirects)
        return { kind: 'unknown', why: 'GitHub redirected the request to another site, which is not followed; check the link' }
      return send(target.href, null, redirects + 1)
    }
    if (status === 404 || status === 410) return { kind: 'missing' }
    stopped = githubStopReason(status, headers, token)
    if (stopped !== null) return { kind: 'unknown', why: stopped }
    if (status === 403) return { kind: 'unknown', why: 'GitHub refuses it: the token may not see or do this; use one that may' }
    if (status < 200 || status > 299) return { kind: 'unknown', why: `GitHub answered with ${status}; try again later` }
    const text = await readGithubAnswer(response)
    // what was sent has been taken, whatever the answer looks like
    return { kind: 'found', data: body === null ? JSON.parse(text) : parsedGithubAnswer(text) }
  }
  const answer = async (path: string, body: object | null): Promise<GithubAnswer> => {
    try {
      return await send(`${base}${path}`, body)
    } catch (error) {
      return { kind: 'unknown', why: networkMessage(error, timeoutMs, body !== null) }
    }
  }
  return { get: (path) => answer(path, null), post: answer }
}

const githubRequest = (token: string | null, body: object | null): Pick<FetchOptions, 'method' | 'headers' | 'body'> => ({
  method: body === null ? 'GET' : 'POST',
  headers: {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    'user-agent': 'idea-files',
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(body !== null && { 'content-type': 'application/json' }),
  },
  ...(body !== null && { body: JSON.stringify(body) }),
})

/** Why nothing more can be asked after this answer; null if it can. */
function githubStopReason(status: number, headers: FetchResponse['headers'], token: string | null): string | null {
  if (status === 401) return 'GitHub does not accept the token; renew it, or leave it out'
  return status === 429 || (status === 403 && isGithubLimited(headers)) ? githubLimitMessage(headers, token) : null
}

const isGithubLimited = (headers: FetchResponse['headers']): boolean =>
  headers.get('x-ratelimit-remaining') === '0' || headers.get('retry-after') !== null

function githubLimitMessage(headers: FetchResponse['headers'], token: string | null): string {
  const reset = Number(headers.get('x-ratelimit-reset'))
  const [until, then] =
    reset > 0 ? [` until ${new Date(reset * 1000).toISOString().slice(11, 16)} UTC`, 'then'] : [' for now', 'later']
  return `GitHub's limit of requests is reached${until}; ${token === null ? 'give a GITHUB_TOKEN, or ' : ''}try again ${then}`
}

/** The text of an answer. Throws if it is too long. */
async function readGithubAnswer({ body }: FetchResponse): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.length
    if (bytes > maxAnswerBytes) {
      await reader.cancel()
      throw new Error('too long')
    }
    text += decoder.decode(value, { stream: true })
  }
}

function parsedGithubAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function networkMessage(error: unknown, timeoutMs: number, isSent: boolean): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  if (name === 'TimeoutError' || name === 'AbortError') {
    const next = isSent ? 'the request may have been carried out, so look before you try again' : 'try again'
    return `GitHub did not answer within ${timeoutMs / 1000} s; ${next}`
  }
  if (error instanceof SyntaxError) return 'the answer of GitHub is not JSON; try again later'
  if (message === 'too long') return 'the answer of GitHub is too long; look there yourself'
  return 'GitHub cannot be reached; check the network'
}
