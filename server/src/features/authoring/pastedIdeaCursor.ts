import type { IdeaFile, PlacedIdea } from '../../model/types.ts'

/** Where the cursor goes after an idea was added to a list (UTF-16, in `after`): its first empty field, else its title. */
export function pastedIdeaCursor(before: IdeaFile, after: IdeaFile): number | null {
  const known = ideasToCompare(before).map(titleToCompare)
  const added = ideasToCompare(after).find((idea, index) => titleToCompare(idea) !== known[index])
  if (added === undefined) return null
  const { idea, at } = added
  const empty = idea.fields.find(({ valueSpan }) => valueSpan.start === valueSpan.end)
  if (empty) return at + empty.valueSpan.start + marksBeforeValue(after.text, at + empty.valueSpan.start)
  return at + (idea.heading?.textSpan.start ?? 0)
}

const ideasToCompare = ({ projects }: IdeaFile): readonly PlacedIdea[] => projects.flatMap(({ ideas }) => ideas)

const titleToCompare = ({ idea }: PlacedIdea): string | undefined => idea.heading?.text

/** `**Size:** ` → the marks and the space before a value. */
const marksBeforeValue = (text: string, at: number): number => /^[*_:：]*[ \t]?/.exec(text.slice(at, at + 20))?.[0].length ?? 0
