/** Longer URLs are not accepted by browsers. */
const maxWebUrlLength = 2000

/** A web URL as a browser would open it; null for any other text, and for a URL with credentials, as in `https://github.com@evil.org`. */
export function webUrl(url: string): string | null {
  if (url.length > maxWebUrlLength || !/^https?:\/\/[^\s/]/i.test(url)) return null
  try {
    const { href, username, password } = new URL(url)
    return username || password ? null : href
  } catch {
    return null
  }
}

/** The profile of a GitHub account, including old and enterprise-managed handles (`-`, `_`); null if the text is not a handle. */
export const profileUrl = (handle: string): string | null =>
  handle.length <= 39 && /^[a-z\d]+(?:[-_][a-z\d]+)*[-_]?$/i.test(handle) ? `https://github.com/${handle}` : null

/** `mailto:` for an e-mail address; null if the text is not a plain address. */
export function mailUrl(email: string): string | null {
  const found = email.length <= 254 && /^([\w.%+-]{1,64})@([a-z\d-]+(?:\.[a-z\d-]+)+)$/i.exec(email)
  return found ? `mailto:${encodeURIComponent(found[1]!)}@${found[2]}` : null
}

/** The page of `owner/name#number` on GitHub, which redirects to the pull request if the number is that of one. */
export const issueUrl = (repository: string, number: string): string => `https://github.com/${repository}/issues/${number}`

/** What a URL of a code host shows. */
export interface CodePage {
  readonly host: string
  readonly owner: string
  /** The repository's name; null on a page of an organization. */
  readonly repository: string | null
  readonly kind: string
  /** Of an issue, a pull request or a discussion. */
  readonly number: string | null
}

/** What a URL on GitHub, GitLab or Codeberg shows, read from its path; null for other hosts. */
export function codePage(url: string): CodePage | null {
  const href = webUrl(url)
  if (href === null) return null
  const { hostname, pathname } = new URL(href)
  const host = codeHostOf(hostname.replace(/^www\./, ''))
  const parts = pathname.split('/').filter((part) => part !== '')
  if (host === null || parts.length === 0) return null
  if (host === 'GitHub' && parts[0] === 'orgs' && parts[1] !== undefined) {
    return { host, owner: parts[1], repository: null, ...pageKindOf(parts.slice(2), 'organisation') }
  }
  // `group/subgroup/repository/-/issues/1` on GitLab
  const end = host === 'GitLab' ? parts.indexOf('-') : 2
  const home = end < 0 ? parts : parts.slice(0, end)
  const rest = end < 0 ? [] : parts.slice(host === 'GitLab' ? end + 1 : end)
  const repository = home.length > 1 ? home.at(-1)! : null
  const owner = repository === null ? home[0]! : home.slice(0, -1).join('/')
  return { host, owner, repository, ...pageKindOf(rest, repository === null ? 'organisation' : 'repository') }
}

function codeHostOf(hostname: string): string | null {
  if (hostname === 'github.com') return 'GitHub'
  if (hostname === 'codeberg.org') return 'Codeberg'
  return hostname.startsWith('gitlab.') ? 'GitLab' : null
}

const itemKinds: Readonly<Record<string, string>> = {
  issues: 'issue',
  work_items: 'issue',
  pull: 'pull request',
  pulls: 'pull request',
  merge_requests: 'merge request',
  discussions: 'discussion',
}

const pageKinds: Readonly<Record<string, string>> = {
  issues: 'list of issues',
  pulls: 'list of pull requests',
  merge_requests: 'list of merge requests',
  discussions: 'list of discussions',
  blob: 'file',
  tree: 'folder',
  src: 'file',
}

function pageKindOf([kind, number]: readonly string[], home: string): Pick<CodePage, 'kind' | 'number'> {
  if (kind === undefined) return { kind: home, number: null }
  const one = Object.hasOwn(itemKinds, kind) && number !== undefined && /^\d{1,9}$/.test(number)
  if (one) return { kind: itemKinds[kind]!, number }
  return { kind: Object.hasOwn(pageKinds, kind) ? pageKinds[kind]! : 'page', number: null }
}
