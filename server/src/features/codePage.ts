import { webUrl } from './urls.ts'

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
  const host = codePageHost(hostname.replace(/^www\./, ''))
  const parts = pathname.split('/').filter((part) => part !== '')
  if (host === null || parts.length === 0) return null
  if (host === 'GitHub' && parts[0] === 'orgs' && parts[1] !== undefined) {
    return { host, owner: parts[1], repository: null, ...codePageKind(parts.slice(2), 'organisation') }
  }
  // `group/subgroup/repository/-/issues/1` on GitLab
  const end = host === 'GitLab' ? parts.indexOf('-') : 2
  const home = end < 0 ? parts : parts.slice(0, end)
  const rest = end < 0 ? [] : parts.slice(host === 'GitLab' ? end + 1 : end)
  const repository = home.length > 1 ? home.at(-1)! : null
  const owner = repository === null ? home[0]! : home.slice(0, -1).join('/')
  return { host, owner, repository, ...codePageKind(rest, repository === null ? 'organisation' : 'repository') }
}

function codePageHost(hostname: string): string | null {
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

function codePageKind([kind, number]: readonly string[], home: string): Pick<CodePage, 'kind' | 'number'> {
  if (kind === undefined) return { kind: home, number: null }
  const one = Object.hasOwn(itemKinds, kind) && number !== undefined && /^\d{1,9}$/.test(number)
  if (one) return { kind: itemKinds[kind]!, number }
  return { kind: Object.hasOwn(pageKinds, kind) ? pageKinds[kind]! : 'page', number: null }
}
