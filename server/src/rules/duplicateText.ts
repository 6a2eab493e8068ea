import * as l10n from '@vscode/l10n'
import type { Field, FieldKey, IdeaFile, PlacedIdea } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { ListSummary } from '../workspace/listSummary.ts'
import { defineTextRule, type RuleReport } from './rule.ts'
import { folderPeerIdeas } from './shared/folderPeers.ts'
import { quotedTitle, unquotedTitle } from './shared/quotedTitle.ts'

const duplicateTextField = ({ idea }: PlacedIdea, key: FieldKey): Field => idea.fields.find((field) => field.key === key)!

const textWithoutSpaces = (file: IdeaFile, { idea: _, at }: PlacedIdea, { valueSpan }: Field): string =>
  file.text.slice(at + valueSpan.start, at + valueSpan.end).replace(/\s/g, '')

function repeatedTextReport(file: IdeaFile, first: PlacedIdea, later: PlacedIdea, key: FieldKey): RuleReport | null {
  const [before, field] = [duplicateTextField(first, key), duplicateTextField(later, key)]
  // different texts may have the same digest
  if (textWithoutSpaces(file, first, before) !== textWithoutSpaces(file, later, field)) return null
  return {
    span: shift(field.labelSpan, later.at),
    message: l10n.t`${quote(field.label)} has the same text as in ${quotedTitle(unquotedTitle(first.idea))}.`,
    related: [{ span: shift(before.labelSpan, first.at), message: l10n.t('The same text appears here first') }],
  }
}

/** The reports of texts that an earlier file of the folder has, too. */
function* sameTextInFolder(file: IdeaFile, placed: PlacedIdea, peers: readonly ListSummary[]): Generator<RuleReport> {
  for (const [key, digest] of [
    ['description', placed.idea.keys.description],
    ['expectedOutcome', placed.idea.keys.outcome],
  ] as const) {
    if (digest === null) continue
    const field = duplicateTextField(placed, key)
    const written = textWithoutSpaces(file, placed, field)
    for (const { uri, text, idea } of folderPeerIdeas(peers)) {
      const same = idea.texts.find((each) => each.digest === digest)
      // different texts may have the same digest
      if (!same || text.slice(same.valueSpan.start, same.valueSpan.end).replace(/\s/g, '') !== written) continue
      yield {
        span: shift(field.labelSpan, placed.at),
        message: l10n.t`${quote(field.label)} has the same text as in ${quotedTitle(idea.title)}.`,
        related: [{ uri, span: same.labelSpan, message: l10n.t('The same text appears here first') }],
      }
      break
    }
  }
}

/** Rule `duplicate-text`. Ignores whitespace, and short texts, which may be equal by chance. */
export const duplicateText = defineTextRule({
  inLearnedLists: true,
  readsPeers: true,
  comparedTexts: ({ keys }) => [keys.description, keys.outcome],
  code: 'duplicate-text',
  severity: 'information',
  fix: 'none',
  summary: "A description or expected outcome is identical to another idea's.",
  why: 'Usually it was left over from copying another idea; contributors cannot tell the two apart.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s): Ada Example (@ada-example)

#### Sign what is copied
- Description: An edge site loses its link for hours; its registry should catch up by itself.
  ^^^^^^^^^^^
- Mentor(s): Ben Example (@ben-example)
`,
    },
    {
      good: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s): Ada Example (@ada-example)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s): Ben Example (@ben-example)
`,
    },
  ],
  *check(file, peers) {
    const descriptions = new Map<string, PlacedIdea>()
    const outcomes = new Map<string, PlacedIdea>()
    const firstOf = (seen: Map<string, PlacedIdea>, digest: string | null, placed: PlacedIdea): PlacedIdea | null => {
      if (digest === null) return null
      const first = seen.get(digest)
      if (first === undefined) seen.set(digest, placed)
      return first ?? null
    }
    for (const { ideas } of file.projects) {
      for (const placed of ideas) {
        const { description, outcome } = placed.idea.keys
        const described = firstOf(descriptions, description, placed)
        const expected = firstOf(outcomes, outcome, placed)
        const reports = [
          described && repeatedTextReport(file, described, placed, 'description'),
          expected && repeatedTextReport(file, expected, placed, 'expectedOutcome'),
        ]
        for (const found of reports) if (found !== null) yield found
      }
    }
    if (peers.length === 0) return
    for (const { ideas } of file.projects) for (const placed of ideas) yield* sameTextInFolder(file, placed, peers)
  },
})
