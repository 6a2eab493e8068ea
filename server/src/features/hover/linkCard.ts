import * as l10n from '@vscode/l10n'
import { projectOfRepository } from '../../catalog/repositories.ts'
import { lfxProjectOfLink } from '../../model/blocks/links.ts'
import type { Link } from '../../model/types.ts'
import type { SeenByReview } from '../../review/reviewMemory.ts'
import { truncate } from '../../text/wording.ts'
import { type CodePage, codePage } from '../codePage.ts'
import { webUrl } from '../urls.ts'
import { type Card, cardLine, cardLinesWithDots, type TextLine } from './card.ts'
import { seenCardLine } from './seenFact.ts'

/** What an upstream link or an LFX URL links to: owner, repository, number and kind, as far as the URL shows them; null if it is not a web URL. */
export function linkCard({ url }: Link, seen: SeenByReview): Card | null {
  const href = webUrl(url)
  if (href === null) return null
  const lfx = lfxProjectOfLink(url)
  if (lfx !== null) return cardLine({ strong: 'LFX Mentorship' }, ` · ${l10n.t`project page ${lfx}`}`)
  const page = codePage(url)
  return page === null
    ? cardLine({ strong: truncate(new URL(href).hostname) }, ` · ${l10n.t('page on another site')}`)
    : [...linkCodeCard(page), ...seenIssueLinkCard(url, seen)]
}

const seenIssueLinkCard = (url: string, seen: SeenByReview): Card => {
  const fact = seen.issue(url)
  return fact === null ? [] : seenCardLine(fact)
}

function linkCodeCard(page: CodePage): Card {
  const { host, owner, repository, kind, number } = page
  const title = truncate(
    [owner, ...(repository === null ? [] : [repository])].join('/') + (number === null ? '' : ` #${number}`),
    200,
  )
  return [
    ...cardLine({ strong: title }, ` · ${l10n.t`${kind} on ${host}`}`),
    ...cardLine(...cardLinesWithDots(...linkOwnerLines(page), ...linkProjectLine(page))),
  ]
}

const hosts: Readonly<Record<string, string>> = { GitHub: 'https://github.com', Codeberg: 'https://codeberg.org' }

/** Owner and repository; links if the host has a single address. */
function linkOwnerLines({ host, owner, repository }: CodePage): readonly TextLine[] {
  const base = hosts[host]
  const ownerUrl = base === undefined ? null : webUrl(`${base}/${owner}`)
  const owned: TextLine = [`${l10n.t('Owner')}: `, { text: truncate(owner), url: ownerUrl }]
  if (repository === null) return [owned]
  return [
    owned,
    [`${l10n.t('Repository')}: `, { text: truncate(repository, 100), url: ownerUrl && webUrl(`${ownerUrl}/${repository}`) }],
  ]
}

function linkProjectLine({ host, owner, repository }: CodePage): readonly TextLine[] {
  if (host !== 'GitHub') return []
  const name = repository === null ? null : `${owner}/${repository}`.toLowerCase()
  const project = projectOfRepository(owner.toLowerCase(), name)
  return project === null ? [] : [[`${l10n.t('Project')}: ${project.name} (${project.maturity})`]]
}
