import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'

/** Real lists, other people's texts, next to the repository; `IDEA_FILES_CORPUS` names another place. */
const corpus = resolve(process.env.IDEA_FILES_CORPUS ?? '../shared/corpus')
const expectations = join(dirname(corpus), 'expected')

/** Why the tests on real lists are skipped; false where the lists are there. */
export const skip: string | false = existsSync(expectations) ? false : `no real lists in ${corpus}: tests on them are skipped`

const idea = z.object({
  title: z.string().nullable(),
  line: z.number(),
  size: z.string().nullable(),
  fields: z.array(z.object({ key: z.string(), line: z.number() })),
  mentors: z.array(
    z.object({
      name: z.string().nullable(),
      handle: z.string().nullable(),
      email: z.string().nullable(),
      primary: z.boolean(),
      line: z.number(),
    }),
  ),
  upstream: z.array(z.string()),
  lfxUrl: z.string().nullable(),
  skills: z.array(z.string()),
})

const expectation = z.object({
  file: z.string(),
  profile: z.string(),
  ideaLevel: z.number(),
  projects: z.array(z.object({ name: z.string(), line: z.number(), ideas: z.array(idea) })),
  findings: z.array(z.object({ line: z.number(), code: z.string(), sure: z.boolean() })),
})

export type ExpectedIdea = z.infer<typeof idea>

/** What a careful reader finds in one real list; `path` is where the list lies. */
export type Expectation = z.infer<typeof expectation> & { readonly path: string; readonly text: string }

/** The expectations of all real lists; none where they are not at hand. */
export const expected: readonly Expectation[] = skip
  ? []
  : readdirSync(expectations).map((name) => {
      const read = expectation.parse(JSON.parse(readFileSync(join(expectations, name), 'utf8')))
      const path = join(corpus, read.file)
      return { ...read, path, text: readFileSync(path, 'utf8') }
    })
