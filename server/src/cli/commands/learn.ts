import { type LearnedListFile, learnedConfiguration } from '../../features/adoptForm/learnedConfiguration.ts'
import { formSourceOf } from '../../model/profiles/formSource.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { CliCommand } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { createCliConfiguration } from '../input/configuration.ts'
import { readLists } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'
import { jsonText } from '../io/jsonText.ts'
import { relativePath } from '../io/paths.ts'
import { printError } from '../io/printError.ts'
import { requirePaths } from '../options.ts'

export const learnCommand: CliCommand = {
  usage: '<path>...',
  about:
    'Reads lists that no program, template or configuration describes, and prints their labels, levels, form and mentors as the contents of a configuration file in the current folder.',
  options: {},
  examples: ['idea-files learn ideas > .idea-files.json'],
  run: (args, io) => runLearn(requirePaths(args), io),
}

const reasonsToTeachNothing = {
  template: 'its own template says how it is written',
  configuration: 'the configuration says how it is written',
  profile: 'the profile of its program says how it is written',
  learned: 'its ideas have no label in common',
} as const

/** Errors, and lists of which nothing can be learned, are reported on stderr. */
async function runLearn(paths: readonly string[], io: Io): Promise<number> {
  const lists: LearnedListFile[] = []
  let failed = false
  const note = (path: string, what: string): void => io.stderr(`idea-files: ${sanitizeControlCharacters(path)} ${what}\n`)
  for await (const outcome of readLists(paths, await createCliConfiguration(null, null, io), io)) {
    if (outcome.kind === 'failure') printError(outcome.path, outcome.message, io)
    else if (outcome.kind === 'other' && outcome.named) note(outcome.path, 'is not an idea list')
    else if (outcome.kind === 'list') {
      const { path, file } = outcome
      const source = formSourceOf(file)
      if (source.kind === 'learned' && (file.template.learned?.labels.length ?? 0) > 0) {
        lists.push({ path: relativePath(io.absolute(path), io).replaceAll('\\', '/'), file })
      } else note(path, `skipped: ${reasonsToTeachNothing[source.kind]}`)
    }
    failed ||= outcome.kind === 'failure'
  }
  io.stdout(jsonText(learnedConfiguration(lists)))
  return failed ? exitCodes.failed : exitCodes.fine
}
