import * as l10n from '@vscode/l10n'
import { compareSpans } from '../text/span.ts'
import { firstLineOf } from '../text/textLines.ts'
import { maxProjectFileBytes } from './findProjectFile.ts'
import { issueMessage, unknownKeyMessage, withoutMistypedKeys } from './issueMessages.ts'
import { type Json, jsonAt, jsonMember, jsonValue, type Problem, readJson, repeatedJsonKeys } from './json.ts'
import { emptyProjectConfig, type ProjectConfig, projectFileKeys, projectFileSchema } from './projectFileSchema.ts'
import type { NamedRule } from './severities.ts'
import { type Issue, validPart } from './validSubset.ts'

/** The valid contents of a project file, and its problems; spans are UTF-16 offsets in its text. */
export interface ReadConfig {
  readonly config: ProjectConfig
  readonly problems: readonly Problem[]
}

/** Reads a project file. Never throws: invalid parts are reported at their place and left out, key by key and item by item. */
export function readConfig(text: string, rules: readonly NamedRule[]): ReadConfig {
  if (isConfigTooLarge(text)) return { config: emptyProjectConfig, problems: [configTooLarge()] }
  const { root, problem } = readJson(text)
  const problems = problem === null ? [] : [problem]
  if (root === null) return { config: emptyProjectConfig, problems }
  const { data, issues } = validPart(projectFileSchema(rules), jsonValue(root))
  const known = projectFileKeys(rules)
  const all = [
    ...problems,
    ...repeatedJsonKeys(root).map(({ key, keySpan }) => ({
      span: keySpan,
      message: l10n.t`Duplicate key "${key}".`,
    })),
    ...withoutMistypedKeys(issues).flatMap((issue) => readConfigProblems(issue, root, known)),
  ]
  return {
    config: projectConfigOf((data as WrittenConfig | undefined) ?? {}),
    problems: all
      .map((problem) => ({ ...problem, span: firstLineOf(problem.span, text) }))
      .toSorted((a, b) => compareSpans(a.span, b.span)),
  }
}

/** As it is written: `programmes` is the former spelling of `programs`. */
type WrittenConfig = Partial<ProjectConfig> & { readonly programs?: ProjectConfig['programmes'] }

const projectConfigOf = ({ programs = {}, programmes = {}, ...config }: WrittenConfig): ProjectConfig => ({
  ...emptyProjectConfig,
  ...config,
  programmes: { ...programmes, ...programs },
})

const configTooLarge = (): Problem => ({
  span: { start: 0, end: 0 },
  message: l10n.t('This file is larger than 1 MB and is not read.'),
})

/** Whether a text, which may be that of an editor, has more bytes than a file on disk may have. */
const isConfigTooLarge = (text: string): boolean =>
  text.length > maxProjectFileBytes ||
  (text.length * 3 > maxProjectFileBytes && new TextEncoder().encode(text).length > maxProjectFileBytes)

function readConfigProblems(issue: Issue, root: Json, known: ReturnType<typeof projectFileKeys>): readonly Problem[] {
  const at = jsonAt(root, issue.path)
  if (issue.code === 'invalid_key') {
    const key = jsonMember(jsonAt(root, issue.path.slice(0, -1)), String(issue.path.at(-1)))?.keySpan
    return [{ span: key ?? at.span, message: issueMessage(issue) }]
  }
  if (issue.code !== 'unrecognized_keys') return [{ span: at.span, message: issueMessage(issue) }]
  return issue.keys.map((key) => ({
    span: jsonMember(at, key)?.keySpan ?? at.span,
    message: unknownKeyMessage(key, known(issue.path)),
  }))
}
