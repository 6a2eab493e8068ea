import { projectOfRepository } from '../../catalog/repositories.ts'
import { lfxProject } from '../../model/blocks/links.ts'
import type { Link } from '../../model/types.ts'
import { truncate } from '../../text/wording.ts'
import { type CodePage, codePage, webUrl } from '../urls.ts'
import { type Card, joinWithDots, type Line, line } from './card.ts'

/** What an upstream link or an LFX URL leads to: owner, repository, number and kind, as far as the address tells; null for no address of the web. */
export function linkCard({ url }: Link): Card | null {
  const href = webUrl(url)
  if (href === null) return null
  const lfx = lfxProject(url)
  if (lfx !== null) return line({ strong: 'LFX Mentorship' }, ` · page of the project ${lfx}`)
  const page = codePage(url)
  return page === null ? line({ strong: truncate(new URL(href).hostname) }, ' · a page of another site') : codeCard(page)
}

function codeCard(page: CodePage): Card {
  const { host, owner, repository, kind, number } = page
  const title = truncate(
    [owner, ...(repository === null ? [] : [repository])].join('/') + (number === null ? '' : ` #${number}`),
    200,
  )
  return [...line({ strong: title }, ` · ${kind} on ${host}`), ...line(...joinWithDots(...whose(page), ...projectOf(page)))]
}

const hosts: Readonly<Record<string, string>> = { GitHub: 'https://github.com', Codeberg: 'https://codeberg.org' }

/** Owner and repository, as links where the host has one address. */
function whose({ host, owner, repository }: CodePage): readonly Line[] {
  const base = hosts[host]
  const ownerUrl = base === undefined ? null : webUrl(`${base}/${owner}`)
  const owned: Line = ['Owner: ', { text: truncate(owner), url: ownerUrl }]
  if (repository === null) return [owned]
  return [owned, ['Repository: ', { text: truncate(repository, 100), url: ownerUrl && webUrl(`${ownerUrl}/${repository}`) }]]
}

function projectOf({ host, owner, repository }: CodePage): readonly Line[] {
  if (host !== 'GitHub') return []
  const name = repository === null ? null : `${owner}/${repository}`.toLowerCase()
  const project = projectOfRepository(owner.toLowerCase(), name)
  return project === null ? [] : [[`Project: ${project.name} (${project.maturity})`]]
}
