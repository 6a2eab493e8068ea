import {
  type LearnedConfiguration,
  type LearnedListFile,
  learnedConfiguration,
} from '../../features/adoptForm/learnedConfiguration.ts'
import { formSourceOf } from '../../model/profiles/formSource.ts'
import { sanitizeControlCharacters } from '../../text/sanitize.ts'
import type { CliConfiguration } from '../input/configuration.ts'
import { readLists } from '../input/readLists.ts'
import type { Io } from '../io/io.ts'
import { relativePath } from '../io/paths.ts'
import { printError } from '../io/printError.ts'

/** What lists say of themselves, as the contents of a project file in the current folder; `failed` if a path could not be read. */
export interface Learned {
  readonly configuration: LearnedConfiguration
  readonly failed: boolean
}

const reasonsToTeachNothing = {
  template: 'its own template says how it is written',
  configuration: 'the configuration says how it is written',
  profile: 'the profile of its program says how it is written',
  learned: 'its ideas have no label in common',
} as const

/** Reads the lists that these paths name. Errors, and lists of which nothing can be learned, are reported on stderr. */
export async function learnLists(paths: readonly string[], configuration: CliConfiguration, io: Io): Promise<Learned> {
  const lists: LearnedListFile[] = []
  let failed = false
  const note = (path: string, what: string): void => io.stderr(`idea-files: ${sanitizeControlCharacters(path)} ${what}\n`)
  for await (const outcome of readLists(paths, configuration, io)) {
    if (outcome.kind === 'failure') printError(outcome.path, outcome.message, io)
    else if (outcome.kind === 'other' && outcome.named) note(outcome.path, 'is not an idea list')
    else if (outcome.kind === 'list') {
      const { path, file } = outcome
      const source = formSourceOf(file)
      if (source.kind === 'learned' && (file.template.learned?.labels.length ?? 0) > 0) {
        lists.push({ path: relativePath(io.absolute(path), io).replaceAll('\\', '/'), file })
      } else note(path, `teaches nothing: ${reasonsToTeachNothing[source.kind]}`)
    }
    failed ||= outcome.kind === 'failure'
  }
  return { configuration: learnedConfiguration(lists), failed }
}
