import * as l10n from '@vscode/l10n'
import { ideaNodeSpan } from '../../model/nodeAt.ts'
import type { PlacedIdea } from '../../model/types.ts'
import type { Finding } from '../../rules/rule.ts'
import { readinessOf } from '../ideas/readiness.ts'
import { similarIdeas } from '../ideas/similarIdeas.ts'
import { type Card, cardBulletList, cardLine } from './card.ts'
import { ideaSummaryTitle } from './ideaSummary.ts'
import type { OtherLists } from './placeLink.ts'

interface IdeaCardContext extends OtherLists {
  /** Whether a finding is listed, if it counts. */
  readonly isListed: (finding: Finding) => boolean
}

/** The title of an idea: whether it is ready, what a reviewer would ask for, and what the project has proposed before. */
export function ideaCard(
  project: string,
  placed: PlacedIdea,
  findings: readonly Finding[],
  { lists, link, isListed }: IdeaCardContext,
): Card {
  const { start, end } = ideaNodeSpan(placed)
  const own = findings.filter(({ span }) => span.start >= start && span.start < end)
  const { isReady, text } = readinessOf(own)
  const asked = own.filter((finding) => isListed(finding) && (finding.severity === 'error' || finding.severity === 'warning'))
  const title = cardLine({ strong: text })
  return [
    ...(isReady
      ? title
      : ideaBulletListBelow(
          title,
          asked.map(({ message }) => [message]),
        )),
    ...cardBulletList(
      l10n.t('Similar ideas of this project in other lists:'),
      similarIdeas(project, placed, lists).map(({ list, idea }) => [
        link(ideaSummaryTitle(idea.title), list, idea),
        ` (${list.programme.label})`,
      ]),
    ),
  ]
}

const ideaBulletListBelow = (title: Card, items: readonly (readonly [string])[]): Card => [
  ...title,
  ...cardBulletList('', items).filter(({ kind }) => kind === 'list'),
]
