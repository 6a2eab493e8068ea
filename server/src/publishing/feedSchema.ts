import * as z from 'zod/mini'

const nullableText = z.nullable(z.string())

/** Our extension of an item, documented in docs/library.md#feed. What is unknown is null. */
const feedIdeaSchema = z.strictObject({
  project: z.string(),
  /** The term of the list, or its path. */
  list: z.string(),
  year: z.nullable(z.int()),
  size: nullableText,
  difficulty: nullableText,
  /** `email` is null unless addresses were asked for. */
  mentors: z.array(z.strictObject({ name: nullableText, handle: nullableText, email: nullableText })),
  upstream: z.array(z.string()),
  lfx_url: nullableText,
})

const feedItemSchema = z.strictObject({
  id: z.string(),
  url: z.optional(z.string()),
  external_url: z.optional(z.string()),
  title: z.string(),
  content_html: z.string(),
  tags: z.optional(z.array(z.string())),
  authors: z.optional(z.array(z.strictObject({ name: z.string(), url: z.optional(z.string()) }))),
  _idea: feedIdeaSchema,
})

/** A feed of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with an item for each idea. Scripts depend on it. */
export const feedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  items: z.array(feedItemSchema),
})

export type Feed = z.infer<typeof feedSchema>
export type FeedItem = Feed['items'][number]
export type FeedAuthor = NonNullable<FeedItem['authors']>[number]
