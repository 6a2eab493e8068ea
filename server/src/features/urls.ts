/** No browser takes longer addresses. */
const longestUrl = 2000

/** An address of the web as a browser would open it; null for anything else, and for one that hides its host behind a name and `@`. */
export function webUrl(url: string): string | null {
  if (url.length > longestUrl || !/^https?:\/\/[^\s/]/i.test(url)) return null
  try {
    const { href, username, password } = new URL(url)
    return username || password ? null : href
  } catch {
    return null
  }
}

/** The profile of a GitHub account, for every handle that an account can have, old and managed ones among them; null for any other text. */
export const profileUrl = (handle: string): string | null =>
  handle.length <= 39 && /^[a-z\d]+(?:[-_][a-z\d]+)*[-_]?$/i.test(handle) ? `https://github.com/${handle}` : null

/** Where mail to an address is written; null where the text is no plain address. */
export function mailUrl(email: string): string | null {
  const found = email.length <= 254 && /^([\w.%+-]{1,64})@([a-z\d-]+(?:\.[a-z\d-]+)+)$/i.exec(email)
  return found ? `mailto:${encodeURIComponent(found[1]!)}@${found[2]}` : null
}

/** The page of `owner/name#number` on GitHub, which leads on to a pull request where the number is one's. */
export const issueUrl = (repository: string, number: string): string => `https://github.com/${repository}/issues/${number}`

/** A page of a code host. */
export interface CodePage {
  readonly host: string
  readonly owner: string
  /** The repository's own name; null on a page of the whole organisation. */
  readonly repository: string | null
  readonly kind: string
  /** Of an issue, a change or a discussion. */
  readonly number: string | null
}

/** What an address shows on GitHub, GitLab and Codeberg, by the forms of their paths; null elsewhere. */
export function codePage(url: string): CodePage | null {
  const href = webUrl(url)
  if (href === null) return null
  const { hostname, pathname } = new URL(href)
  const host = hostOf(hostname.replace(/^www\./, ''))
  const parts = pathname.split('/').filter((part) => part !== '')
  if (host === null || parts.length === 0) return null
  if (host === 'GitHub' && parts[0] === 'orgs' && parts[1] !== undefined) {
    return { host, owner: parts[1], repository: null, ...pageOf(parts.slice(2), 'organisation') }
  }
  // GitLab has groups in groups, and sets what is in a repository behind a hyphen
  const end = host === 'GitLab' ? parts.indexOf('-') : 2
  const home = end < 0 ? parts : parts.slice(0, end)
  const rest = end < 0 ? [] : parts.slice(host === 'GitLab' ? end + 1 : end)
  const repository = home.length > 1 ? home.at(-1)! : null
  const owner = repository === null ? home[0]! : home.slice(0, -1).join('/')
  return { host, owner, repository, ...pageOf(rest, repository === null ? 'organisation' : 'repository') }
}

function hostOf(hostname: string): string | null {
  if (hostname === 'github.com') return 'GitHub'
  if (hostname === 'codeberg.org') return 'Codeberg'
  return hostname.startsWith('gitlab.') ? 'GitLab' : null
}

const kinds: Readonly<Record<string, string>> = {
  issues: 'issue',
  work_items: 'issue',
  pull: 'pull request',
  pulls: 'pull request',
  merge_requests: 'merge request',
  discussions: 'discussion',
}

const lists: Readonly<Record<string, string>> = {
  issues: 'list of issues',
  pulls: 'list of pull requests',
  merge_requests: 'list of merge requests',
  discussions: 'list of discussions',
  blob: 'file',
  tree: 'folder',
  src: 'file',
}

function pageOf([kind, number]: readonly string[], home: string): Pick<CodePage, 'kind' | 'number'> {
  if (kind === undefined) return { kind: home, number: null }
  const one = Object.hasOwn(kinds, kind) && number !== undefined && /^\d{1,9}$/.test(number)
  if (one) return { kind: kinds[kind]!, number }
  return { kind: Object.hasOwn(lists, kind) ? lists[kind]! : 'page', number: null }
}
