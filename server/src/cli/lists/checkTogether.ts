import { maxTextLength } from '../../model/ideaFile.ts'
import { parseProgrammePath } from '../../model/profiles/programmePath.ts'
import { type DoTask, type Helpers, shareTasks, takeTasks } from '../../platform/helperThreads.ts'
import { packInMemory } from '../../workspace/results.ts'
import { createCliConfiguration } from '../input/configuration.ts'
import type { Candidate, FoundPath } from '../input/findFiles.ts'
import { type Results, readResults } from '../input/results.ts'
import type { Io } from '../io/io.ts'
import { displayPath } from '../io/paths.ts'
import { checkLists } from './checkLists.ts'

/** What the results of a check depend on in addition to the files. */
export interface TaskContext {
  readonly withFixes: boolean
  readonly config: string | null
  readonly profile: string | null
}

/** Files of which no other one's result depends, as far as their names tell. */
type CheckTask = readonly Candidate[]

/** The results of a task, by their keys. */
interface TaskResults {
  readonly often: ReadonlyMap<string, string>
  readonly seldom: ReadonlyMap<string, string>
}

interface SizedFile {
  readonly file: Candidate
  readonly bytes: number
}

/**
 * What is known before a check: the results of earlier runs or, if there are none, those that several threads find together. They are
 * looked up by all that they depend on, so a file that was divided wrongly, or that a thread failed to check, is checked as usual.
 */
export async function resultsForCheck(files: readonly FoundPath[], context: TaskContext, io: Io): Promise<Results | null> {
  const kept = readResults(io)
  const { helpers } = io
  const candidates = files.filter((file): file is Candidate => !('message' in file))
  if (helpers === null || candidates.length < 2 || kept?.often.isNew() === false) return kept
  const sized = await sizesOf(candidates, io)
  const share = Math.floor(sized.reduce((sum, { bytes }) => sum + bytes, 0) / helpers.minBytes)
  const tasks = tasksOf(sized, io)
  const count = Math.min(helpers.most, share - 1, tasks.length - 1)
  if (count < 1) return kept
  const results = kept ?? resultsInMemory(io)
  await checkTogether(tasks, { context, count, helpers, results }, io)
  return results
}

interface Together {
  readonly context: TaskContext
  readonly count: number
  readonly helpers: Helpers
  readonly results: Results
}

async function checkTogether(tasks: readonly CheckTask[], { context, count, helpers, results }: Together, io: Io): Promise<void> {
  const shared = shareTasks(tasks, context)
  const add = (found: TaskResults): void => {
    for (const [key, json] of found.often) results.often.set(key, json)
    for (const [key, json] of found.seldom) results.seldom.set(key, json)
  }
  const helping = Array.from({ length: count }, () => helpers.start(shared, (found) => add(found as TaskResults)))
  const work = await taskChecker(context, io)
  for (const task of takeTasks(shared)) {
    io.progress(`Reading ${tasks.flat().length} files: ${displayPath(task[0]!.path)}`)
    add(await work(task))
  }
  await Promise.all(helping)
}

/** Checks tasks, and reports nothing but their results. */
export async function taskChecker({ config, profile, withFixes }: TaskContext, io: Io): Promise<DoTask<CheckTask, TaskResults>> {
  const ignore = (): void => {}
  const quiet: Io = { ...io, stdout: ignore, stderr: ignore, document: ignore, progress: ignore }
  const configuration = await createCliConfiguration(config, profile, quiet)
  return async (files) => {
    const found = { often: new Map<string, string>(), seldom: new Map<string, string>() }
    const results = { often: packInMemory(found.often), seldom: packInMemory(found.seldom), digest: io.digest }
    await checkLists({ files, fix: false, changes: null, withFixes }, configuration, quiet, results)
    return found
  }
}

const resultsInMemory = ({ digest }: Io): Results => ({ often: packInMemory(new Map()), seldom: packInMemory(new Map()), digest })

/** Files whose sizes are asked for at the same time. */
const sizeBatch = 16

async function sizesOf(candidates: readonly Candidate[], io: Io): Promise<readonly SizedFile[]> {
  const sized: SizedFile[] = []
  for (let from = 0; from < candidates.length; from += sizeBatch) {
    const sizes = candidates.slice(from, from + sizeBatch).map(async (file): Promise<SizedFile> => {
      const { size } = await io.read(file.path, 0).catch(() => ({ size: 0 }))
      return { file, bytes: size > maxTextLength ? 0 : size }
    })
    sized.push(...(await Promise.all(sizes)))
  }
  return sized
}

/** A larger file is hardly one idea of its folder. */
const maxIdeaBytes = 16_000

/** Divides files into tasks, those that take longest first. */
function tasksOf(files: readonly SizedFile[], io: Io): readonly CheckTask[] {
  const tasks = new Map<string, SizedFile[]>()
  for (const sized of files) {
    const path = io.absolute(sized.file.path)
    // the lists of a term are compared, and so are the ideas of a folder
    const isAlone = sized.bytes > maxIdeaBytes && parseProgrammePath(path)?.programme !== 'lfx'
    const key = isAlone ? path : path.slice(0, path.lastIndexOf('/'))
    tasks.set(key, [...(tasks.get(key) ?? []), sized])
  }
  const bytesOf = (task: readonly SizedFile[]): number => task.reduce((sum, { bytes }) => sum + bytes, 0)
  return [...tasks.values()].toSorted((a, b) => bytesOf(b) - bytesOf(a)).map((task) => task.map(({ file }) => file))
}
