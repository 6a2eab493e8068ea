import type { Phrase } from '../protocol/phrase.ts'
import { phrase } from '../text/phrase.ts'

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
  | { readonly kind: 'unknown'; readonly why: Phrase }

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
  let stopped: Phrase | null = null

  const refusal = (): Phrase | null => {
    if (stopped !== null || requests < maxRequests) return stopped
    return token === null
      ? phrase('{0} requests are enough for one review; with GITHUB_TOKEN there are more', maxRequests)
      : phrase('{0} requests are enough for one review', maxRequests)
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
        return {
          kind: 'unknown',
          why: phrase('GitHub redirected the request to another site, which is not followed; check the link'),
        }
      return send(target.href, null, redirects + 1)
    }
    if (status === 404 || status === 410) return { kind: 'missing' }
    stopped = githubStopReason(status, headers, token)
    if (stopped !== null) return { kind: 'unknown', why: stopped }
    if (status === 403)
      return { kind: 'unknown', why: phrase('GitHub refuses it: the token may not see or do this; use one that may') }
    if (status < 200 || status > 299) return { kind: 'unknown', why: phrase('GitHub answered with {0}; try again later', status) }
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
function githubStopReason(status: number, headers: FetchResponse['headers'], token: string | null): Phrase | null {
  if (status === 401) return phrase('GitHub does not accept the token; renew it, or leave it out')
  return status === 429 || (status === 403 && isGithubLimited(headers)) ? githubLimitMessage(headers, token) : null
}

const isGithubLimited = (headers: FetchResponse['headers']): boolean =>
  headers.get('x-ratelimit-remaining') === '0' || headers.get('retry-after') !== null

function githubLimitMessage(headers: FetchResponse['headers'], token: string | null): Phrase {
  const reset = Number(headers.get('x-ratelimit-reset'))
  if (!(reset > 0))
    return token === null
      ? phrase("GitHub's limit of requests is reached for now; give a GITHUB_TOKEN, or try again later")
      : phrase("GitHub's limit of requests is reached for now; try again later")
  const time = new Date(reset * 1000).toISOString().slice(11, 16)
  return token === null
    ? phrase("GitHub's limit of requests is reached until {0} UTC; give a GITHUB_TOKEN, or try again then", time)
    : phrase("GitHub's limit of requests is reached until {0} UTC; try again then", time)
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

function networkMessage(error: unknown, timeoutMs: number, isSent: boolean): Phrase {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  const seconds = timeoutMs / 1000
  if (name === 'TimeoutError' || name === 'AbortError')
    return isSent
      ? phrase('GitHub did not answer within {0} s; the request may have been carried out, so look before you try again', seconds)
      : phrase('GitHub did not answer within {0} s; try again', seconds)
  if (error instanceof SyntaxError) return phrase('the answer of GitHub is not JSON; try again later')
  if (message === 'too long') return phrase('the answer of GitHub is too long; look there yourself')
  return phrase('GitHub cannot be reached; check the network')
}
