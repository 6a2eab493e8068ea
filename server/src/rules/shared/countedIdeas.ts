import type { LearnedSchema } from '../../model/types.ts'

/** What a list's ideas are counted as: `9 of 11 ideas`; in a folder with one idea in each file `9 of 11 files`. */
export const countedIdeas = ({ reason }: LearnedSchema, count: number, total: number): string =>
  `${count} of ${total} ${reason === 'folder' ? 'files' : 'ideas'}`
