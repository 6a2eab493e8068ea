import { noCacheOption } from '../protocol/cacheOptions.ts'
import type { CliCommand, CliCommandEntry } from './command.ts'
import type { CliOptions } from './options.ts'

const maxHelpWidth = 80

/** What `--no-cache` does. */
export const noCacheHelp = 'Use nothing of earlier runs, and keep nothing for later ones (as does IDEA_FILES_CACHE=off)'

/** What `idea-files --help` prints: the commands, and what holds for all of them. */
export function overviewHelp(entries: readonly CliCommandEntry[]): string {
  const rows = entries.flatMap(({ name, summary }): readonly HelpRow[] => (summary === null ? [] : [[name, summary]]))
  return helpText([
    ['Check Markdown lists of mentoring ideas (Google Summer of Code, LFX Mentorship).'],
    ['Usage: idea-files <command> [options] <path>...'],
    ['Commands:', ...helpColumns(rows)],
    [
      'Options:',
      ...helpColumns([
        ['-h, --help', 'Show this help, or that of a command: idea-files check --help'],
        ['-V, --version', 'Show the version'],
        [noCacheOption, `With any command: ${noCacheHelp.charAt(0).toLowerCase()}${noCacheHelp.slice(1)}`],
      ]),
    ],
    ['Examples:', '  idea-files check programs', '  idea-files check --fix programs/summerofcode/2026.md'],
    exitCodeHelp('There are problems of level error, or with --check something would change'),
    configurationHelp,
  ])
}

/** What `idea-files NAME --help` prints. */
export const commandHelp = (name: string, { usage, about, options, examples, exitsWith1 }: CliCommand): string =>
  helpText([
    [`Usage: idea-files ${name} ${usage}`.trimEnd()],
    ...about.split('\n\n').map((paragraph) => wrapHelp(paragraph, maxHelpWidth)),
    ['Options:', ...helpColumns([...optionHelpRows(options), ['-h, --help', 'Show this help']])],
    ['Examples:', ...examples.map((example) => `  ${example}`)],
    exitCodeHelp(exitsWith1),
  ])

/** A word and what it means. */
type HelpRow = readonly [string, string]

const optionHelpRows = (options: CliOptions): readonly HelpRow[] =>
  Object.entries(options).map(([name, { value, help }]) => [value === undefined ? name : `${name} ${value}`, help])

const exitCodeHelp = (exitsWith1: string | undefined): readonly string[] => [
  'Exit codes:',
  ...helpColumns([
    ['0', 'Success'],
    ...(exitsWith1 === undefined ? [] : [['1', exitsWith1] as const]),
    ['2', 'The command could not run, or could not read a file'],
  ]),
]

const configurationHelp: readonly string[] = [
  'Configuration (.idea-files.json, JSON with comments, all keys optional):',
  '  {',
  '    "rules": { "mentor-count": "off", "project-order": "warning" },',
  '    "profiles": [{ "files": "programs/**/2026.md", "profile": "gsoc" }],',
  '    "projects": ["A project that the CNCF does not list"],',
  '    "labels": { "recommendedSkills": ["What you should know"] }',
  '  }',
  'Severities: error, warning, information, hint, off. Globs are relative to the',
  "file's folder. For programs of your own see docs/own-programs.md.",
]

/** Blocks of lines, with an empty line between two of them. */
const helpText = (blocks: readonly (readonly string[])[]): string => `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`

/** Rows in two columns: `  --fix      Apply safe fixes` */
function helpColumns(rows: readonly HelpRow[]): readonly string[] {
  const width = Math.max(...rows.map(([word]) => word.length)) + 4
  return rows.flatMap(([word, meaning]) =>
    wrapHelp(meaning, maxHelpWidth - width).map((line, index) => (index === 0 ? `  ${word}` : '').padEnd(width) + line),
  )
}

/** Breaks a text into lines of at most `width` characters; a longer word has a line of its own. */
function wrapHelp(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
