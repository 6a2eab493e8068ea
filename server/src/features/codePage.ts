import * as l10n from '@vscode/l10n'
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
    return { host, owner: parts[1], repository: null, ...codePageKind(parts.slice(2), l10n.t('organization')) }
  }
  // `group/subgroup/repository/-/issues/1` on GitLab
  const end = host === 'GitLab' ? parts.indexOf('-') : 2
  const home = end < 0 ? parts : parts.slice(0, end)
  const rest = end < 0 ? [] : parts.slice(host === 'GitLab' ? end + 1 : end)
  const repository = home.length > 1 ? home.at(-1)! : null
  const owner = repository === null ? home[0]! : home.slice(0, -1).join('/')
  return { host, owner, repository, ...codePageKind(rest, repository === null ? l10n.t('organization') : l10n.t('repository')) }
}

function codePageHost(hostname: string): string | null {
  if (hostname === 'github.com') return 'GitHub'
  if (hostname === 'codeberg.org') return 'Codeberg'
  return hostname.startsWith('gitlab.') ? 'GitLab' : null
}

const codePageItemKinds = (): Readonly<Record<string, string>> => ({
  issues: l10n.t('issue'),
  work_items: l10n.t('issue'),
  pull: l10n.t('pull request'),
  pulls: l10n.t('pull request'),
  merge_requests: l10n.t('merge request'),
  discussions: l10n.t('discussion'),
})

const codePageKinds = (): Readonly<Record<string, string>> => ({
  issues: l10n.t('list of issues'),
  pulls: l10n.t('list of pull requests'),
  merge_requests: l10n.t('list of merge requests'),
  discussions: l10n.t('list of discussions'),
  blob: l10n.t('file'),
  tree: l10n.t('folder'),
  src: l10n.t('file'),
})

function codePageKind([kind, number]: readonly string[], home: string): Pick<CodePage, 'kind' | 'number'> {
  if (kind === undefined) return { kind: home, number: null }
  const [items, pages] = [codePageItemKinds(), codePageKinds()]
  const one = Object.hasOwn(items, kind) && number !== undefined && /^\d{1,9}$/.test(number)
  if (one) return { kind: items[kind]!, number }
  return { kind: Object.hasOwn(pages, kind) ? pages[kind]! : l10n.t('page'), number: null }
}
