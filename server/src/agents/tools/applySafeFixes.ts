import * as z from 'zod/mini'
import { applyEdits } from '../../text/edits.ts'
import { pluralizeEnglish } from '../../text/wording.ts'
import { agentTool, openToolSource, sourceInputs } from '../agentTool.ts'
import { maxToolText } from '../boundedAnswer.ts'

const { path, program } = sourceInputs

/** The safe fixes of a text that was given; the text comes back, and no file is written. */
export const applySafeFixesTool = agentTool({
  name: 'apply_safe_fixes',
  title: 'Apply safe fixes',
  description:
    'Applies all safe fixes to the text of a list of mentoring ideas and returns the text: spelling of labels, sizes, names of projects, the table of contents and the like. It loses nothing that the text says, and writes no file. The first part of the answer says what was done, the second is the text.',
  schema: z.strictObject({
    text: z.string().check(z.maxLength(maxToolText), z.describe('The Markdown text of a list.')),
    path,
    program,
  }),
  answer: async (input, workspace) => {
    const document = await openToolSource(input, workspace)
    const edits = document.safeFixes()
    const fixed = applyEdits(input.text, edits)
    if (fixed.length > 2 * maxToolText) throw new Error('The fixed text would be too long for an answer; fix the list in parts.')
    const done = edits.length === 0 ? 'There is nothing to fix safely' : `${pluralizeEnglish(edits.length, 'place')} changed`
    return [`${done}. check_ideas reports what is left.`, fixed]
  },
})
