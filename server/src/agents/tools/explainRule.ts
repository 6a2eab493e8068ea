import * as z from 'zod/mini'
import { explainRule } from '../../features/ruleDocs.ts'
import { ruleCodes, rules } from '../../rules/index.ts'
import { agentTool } from '../agentTool.ts'
import { clipAnswer, maxAnswerLength } from '../boundedAnswer.ts'

/** The page of a rule: what it reports, why, and how to fix it. */
export const explainRuleTool = agentTool({
  name: 'explain_rule',
  title: 'Explain a rule',
  description:
    'Explains a rule of check_ideas by its code, such as mentor-count: what it reports, why it matters, and examples before and after the fix.',
  schema: z.strictObject({
    code: z.string().check(z.maxLength(100), z.describe('The code of a rule, as check_ideas reports it.')),
  }),
  answer: async ({ code }) => {
    const page = explainRule(rules, code)
    if (page === null) throw new Error(`There is no rule of that code. The rules are: ${ruleCodes.join(', ')}.`)
    return [clipAnswer(page, maxAnswerLength)]
  },
})
