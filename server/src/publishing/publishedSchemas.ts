import * as z from 'zod/mini'
import { exportReportSchema } from '../report/schema.ts'
import { feedSchema } from './feedSchema.ts'

/** The JSON schemas of what programs read, by their files' names in `schemas/`. */
export const publishedSchemas = (): Readonly<Record<string, object>> => ({
  'export.schema.json': {
    ...z.toJSONSchema(exportReportSchema, { target: 'draft-7' }),
    title: 'idea-files export --format json',
    description: 'Projects, ideas, fields and mentors of idea lists. Lines count from 1; what is unknown is null.',
  },
  'feed.schema.json': {
    ...z.toJSONSchema(feedSchema, { target: 'draft-7' }),
    title: 'idea-files export --format feed',
    description: 'A feed of JSON Feed 1.1 with an item for each idea, and its fields under _idea.',
  },
})
