import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { delayOptimization, delayOptimizationLonger } from './v8Flags.ts'

/** Tasks that threads share, as plain data: each takes the next one. */
export interface SharedTasks<Task, Context> {
  /** What all tasks have in common. */
  readonly context: Context
  readonly tasks: readonly Task[]
  /** One number in memory that all threads see: how many tasks have been taken. */
  readonly taken: SharedArrayBuffer
}

/** Does one task, whose result is plain data. */
export type DoTask<Task, Result> = (task: Task) => Promise<Result>

/** Threads that do some of the tasks of this one. */
export interface Helpers {
  /** How many there may be. */
  readonly most: number
  /** With fewer bytes to read for each, the work is done sooner without them. */
  readonly minBytes: number
  /** Starts one. `answered` is given each of its results; resolves when it has ended, whether or not it has failed. */
  readonly start: (shared: SharedTasks<unknown, unknown>, answered: (result: unknown) => void) => Promise<void>
}

/** More are hardly faster, and each takes the memory of a run. */
const mostHelpers = 3
/** While a thread starts, another one reads half as much. */
const minHelperBytes = 400_000

/** Tasks of which none has been taken. */
export const shareTasks = <Task, Context>(tasks: readonly Task[], context: Context): SharedTasks<Task, Context> => ({
  context,
  tasks,
  taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
})

/** The tasks that this thread takes, until none is left. */
export function* takeTasks<Task>({ tasks, taken }: Pick<SharedTasks<Task, unknown>, 'tasks' | 'taken'>): Generator<Task> {
  const count = new Int32Array(taken)
  for (let next = Atomics.add(count, 0, 1); next < tasks.length; next = Atomics.add(count, 0, 1)) yield tasks[next]!
}

/** Helpers that run `file`, a program that calls {@link helpInThread} if {@link isHelper}. Null if there is one processor only. */
export function helpersRunning(file: string): Helpers | null {
  const most = Math.min(availableParallelism() - 1, mostHelpers)
  if (most === 0) return null
  const start: Helpers['start'] = (shared, answered) =>
    new Promise((resolve) => {
      const thread = new Worker(file, { argv: process.argv.slice(2), workerData: shared, stdout: true, stderr: true })
      thread.on('message', (message: HelperMessage) => (message === null ? resolve() : answered(message.result)))
      thread.on('error', () => resolve())
      thread.on('exit', () => resolve())
    })
  return { most, minBytes: minHelperBytes, start: (...work) => start(...work).catch(() => {}) }
}

/** Null is the last one: it takes a while until the thread is gone. */
type HelperMessage = { readonly result: unknown } | null

/** Whether this thread helps another one. */
export const isHelper = !isMainThread

/** Does tasks of the thread that this one helps. */
export async function helpInThread<Task, Context>(prepare: (context: Context) => Promise<DoTask<Task, unknown>>): Promise<void> {
  const shared = workerData as SharedTasks<Task, Context>
  const send = (message: HelperMessage): void => parentPort?.postMessage(message)
  delayOptimizationLonger()
  const work = await prepare(shared.context)
  for (const task of takeTasks(shared)) send({ result: await work(task) })
  // as before, so that the other thread can store its code
  delayOptimization()
  send(null)
}
