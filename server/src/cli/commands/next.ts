import { type NextYear, nextYear } from '../../features/authoring/nextYear.ts'
import { maxTextLength } from '../../model/ideaFile.ts'
import { pluralize } from '../../text/wording.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import { readListText } from '../input/readLists.ts'
import { readTextFile } from '../input/readTextFile.ts'
import type { Io } from '../io/io.ts'
import type { NextCommand } from '../yearArguments.ts'

/** The list of the next year. Rejects with a sentence if there can be none. */
export async function makeNextList(
  { path, year, carry }: NextCommand,
  configuration: CliConfiguration,
  io: Io,
): Promise<NextYear> {
  const text = await readTextFile(path, maxTextLength, io)
  const full = io.absolute(path)
  const file = readListText(text, full, await configuration.forList(full))
  if (!file.ideaList) throw new Error('it is not an idea list; expected a Markdown file with ideas')
  const made = nextYear(file, { year, carry })
  if ('refusal' in made) throw new Error(made.refusal)
  return made
}

/** `2027: 0 ideas carried; 3 dates to set, on lines 4, 9` */
export function nextSummary({ year, ideas, openDates }: NextYear): string {
  const dates =
    openDates.length === 0
      ? 'no dates to set'
      : `places to set (TBD) on ${openDates.length === 1 ? 'line' : 'lines'} ${openDates.slice(0, 20).join(', ')}${openDates.length > 20 ? ' …' : ''}`
  return `${year}: ${pluralize(ideas, 'idea')} carried; ${dates}`
}
