import { type Carry, type NextYear, nextYear } from '../../features/authoring/nextYear.ts'
import { maxTextLength } from '../../model/ideaFile.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { pluralize } from '../../text/wording.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { createCliConfiguration } from '../input/configuration.ts'
import { readListText } from '../input/readLists.ts'
import { readTextFile } from '../input/readTextFile.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { writeNewList } from '../lists/writeNewList.ts'
import { type ParsedOptions, requireOnePath, UsageError } from '../options.ts'

export const nextCommand: CliCommand = {
  usage: '[options] <file>',
  about:
    'Prints the list of the next year: introduction, template and markers stay, years and links move on, dates become TBD, and ideas are removed.',
  options: {
    '--year': { value: '<year>', help: "The year of the new list (default: the year after the list's)" },
    '--carry': {
      value: '<ideas>',
      repeatable: true,
      help: 'Keep ideas: none (default), open (those without an LFX URL), or a title; for several titles give it several times',
    },
    '--out': { value: '<file>', help: 'Write the list to this new file instead' },
  },
  examples: [
    'idea-files next --out programs/summerofcode/2027.md programs/summerofcode/2026.md',
    'idea-files next --carry open lfx-mentorship/2026/01-Mar-May/project_ideas.md',
  ],
  run: (args, io) => runNext(args, io),
}

async function runNext(args: ParsedOptions, io: Io): Promise<number> {
  const { given } = args
  const year = given.get('--year') ?? null
  if (year !== null && !/^20\d{2}$/.test(year)) throw new UsageError(`--year requires a year such as 2027 (got "${year}")`)
  const path = requireOnePath(args, 'file')
  const out = given.get('--out') ?? null
  try {
    const made = await makeNextList(
      path,
      { year: year === null ? null : Number(year), carry: parseCarry(given.get('--carry')) },
      io,
    )
    if (out === null) io.document(made.text)
    else if ((await writeNewList(out, made.text, io)) !== exitCodes.fine) return exitCodes.failed
    io.stderr(`idea-files: ${nextSummary(made)}\n`)
    return exitCodes.fine
  } catch (error) {
    printError(path, errorMessage(error), io)
    return exitCodes.failed
  }
}

/** `none`, `open`, or titles, one for each time that the option was given. */
function parseCarry(value: string | undefined): Carry {
  if (value === undefined || value === 'none') return 'none'
  return value === 'open' ? 'open' : value.split('\n')
}

/** The list of the next year. Rejects with a sentence if there can be none. */
async function makeNextList(path: string, options: Parameters<typeof nextYear>[1], io: Io): Promise<NextYear> {
  const configuration = await createCliConfiguration(null, null, io)
  const text = await readTextFile(path, maxTextLength, io)
  const full = io.absolute(path)
  const own = await configuration.forList(full)
  const read = (each: string): ReturnType<typeof readListText> => readListText(each, full, own)
  const file = read(text)
  if (!file.ideaList) throw new Error('not an idea list; expected a Markdown file with ideas')
  const made = nextYear(file, options, read)
  if ('refusal' in made) throw new Error(made.refusal)
  return made
}

/** `2027: 0 ideas carried; 3 dates to set, on lines 4, 9` */
function nextSummary({ year, ideas, openDates }: NextYear): string {
  const dates =
    openDates.length === 0
      ? 'no dates to set'
      : `places to set (TBD) on ${openDates.length === 1 ? 'line' : 'lines'} ${openDates.slice(0, 20).join(', ')}${openDates.length > 20 ? ' …' : ''}`
  return `${year}: ${pluralize(ideas, 'idea')} carried; ${dates}`
}
