/** Tasks that are not awaited one by one: errors are reported, and all of them can be awaited together. */
export class RunningTasks {
  readonly #running = new Set<Promise<void>>()
  readonly #failed: (error: unknown) => void
  readonly #allDone: () => void

  /** `allDone` is called whenever the last running task has ended. */
  constructor(failed: (error: unknown) => void, allDone: () => void) {
    this.#failed = failed
    this.#allDone = allDone
  }

  add(task: Promise<unknown>): void {
    const tracked: Promise<void> = task.then(() => {}, this.#failed)
    this.#running.add(tracked)
    void tracked.then(() => {
      this.#running.delete(tracked)
      if (this.#running.size === 0) this.#allDone()
    })
  }

  /** Resolves when no task is running, also none that was added in the meantime. */
  async whenDone(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
