import { profileUrl } from '../features/urls.ts'
import type { Feed, FeedAuthor, FeedItem } from './feedSchema.ts'
import { markdownHtml } from './markdownHtml.ts'
import type { PublishedIdea } from './publishedIdeas.ts'

/** A feed with an item for each idea. */
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
    ...(authors.length > 0 && { authors: [...authors] }),
    _idea: {
      project,
      list: idea.list,
      year: idea.year,
      size: idea.size,
      difficulty: idea.difficulty,
      mentors: [...mentors],
      upstream: [...idea.upstream],
      lfx_url: idea.lfxUrl,
    },
  }
}

const feedText = (label: string, markdown: string): string =>
  markdownHtml(label === '' ? markdown : `#### ${label}\n\n${markdown}`)
