import { profileUrl } from '../features/urls.ts'
import { markdownHtml } from './markdownHtml.ts'
import type { PublishedIdea } from './publishedIdeas.ts'

/** An author of JSON Feed. */
interface FeedAuthor {
  readonly name: string
  readonly url?: string
}

/** Our extension of an item, documented in docs/library.md#feed. What is unknown is null. */
interface FeedIdea {
  readonly project: string
  readonly list: string
  readonly year: number | null
  readonly size: string | null
  readonly difficulty: string | null
  readonly mentors: readonly { readonly name: string | null; readonly handle: string | null; readonly email: string | null }[]
  readonly upstream: readonly string[]
  readonly lfx_url: string | null
}

interface FeedItem {
  readonly id: string
  readonly url?: string
  readonly external_url?: string
  readonly title: string
  readonly content_html: string
  readonly tags?: readonly string[]
  readonly authors?: readonly FeedAuthor[]
  readonly _idea: FeedIdea
}

/** A feed of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with an item for each idea. */
export interface Feed {
  readonly version: 'https://jsonfeed.org/version/1.1'
  readonly title: string
  readonly items: readonly FeedItem[]
}

export const ideaFeed = (title: string, ideas: readonly PublishedIdea[]): Feed => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  items: ideas.map(feedItem),
})

function feedItem(idea: PublishedIdea): FeedItem {
  const { id, title, project, url, skills, mentors, texts } = idea
  const authors = mentors.flatMap(({ name, handle }): readonly FeedAuthor[] => {
    const profile = handle === null ? null : profileUrl(handle)
    const shown = name ?? (handle === null ? '' : `@${handle}`)
    return shown === '' ? [] : [profile === null ? { name: shown } : { name: shown, url: profile }]
  })
  return {
    id,
    ...(url !== null && { url }),
    ...(idea.upstream[0] !== undefined && { external_url: idea.upstream[0] }),
    title: project === '' ? title : `${title} (${project})`,
    content_html: texts.map(({ label, markdown }) => feedText(label, markdown)).join(''),
    ...(skills.length > 0 && { tags: skills.map(({ name }) => name) }),
    ...(authors.length > 0 && { authors }),
    _idea: {
      project,
      list: idea.list,
      year: idea.year,
      size: idea.size,
      difficulty: idea.difficulty,
      mentors,
      upstream: idea.upstream,
      lfx_url: idea.lfxUrl,
    },
  }
}

const feedText = (label: string, markdown: string): string =>
  markdownHtml(label === '' ? markdown : `#### ${label}\n\n${markdown}`)
