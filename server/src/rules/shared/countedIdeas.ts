import * as l10n from '@vscode/l10n'
import type { LearnedSchema } from '../../model/types.ts'

/** What a list's ideas are counted as: `9 of 11 ideas`; in a folder with one idea in each file `9 of 11 files`. */
export const countedIdeas = ({ reason }: LearnedSchema, count: number, total: number): string =>
  reason === 'folder' ? l10n.t`${count} of ${total} files` : l10n.t`${count} of ${total} ideas`
