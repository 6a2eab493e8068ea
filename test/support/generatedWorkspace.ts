import { makeList } from './generatedList.ts'

const years = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Ten years of Google Summer of Code, and twenty terms of LFX Mentorship: in each the proposals, and the accepted projects. */
const gsoc = years(2017, 2026).map((year) => `programs/summerofcode/${year}.md`)
const terms = years(2020, 2026)
  .flatMap((year) => ['01-Mar-May', '02-Jun-Aug', '03-Sep-Nov'].map((term) => `programs/lfx-mentorship/${year}/${term}`))
  .slice(0, 20)

/**
 * A workspace of 50 lists with some 2,000 ideas and 2 MB in all, by path. The people of a list mentor in others, too, at times under
 * another address. The accepted projects of a term are its proposals, word for word. The same seed gives the same workspace.
 */
export function makeWorkspace(seed: number): ReadonlyMap<string, string> {
  const list = (index: number): string =>
    makeList({ bytes: 42_500, seed: seed * 1000 + index, findingsAtMost: 4, words: [10, 50] })
  return new Map([
    ...gsoc.map((path, index) => [path, list(index)] as const),
    ...terms.flatMap((folder, index) => {
      const text = list(gsoc.length + index)
      return [[`${folder}/project_ideas.md`, text] as const, [`${folder}/README.md`, text] as const]
    }),
  ])
}
