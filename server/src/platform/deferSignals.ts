const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does synchronous work that no signal but SIGKILL interrupts; a signal that comes meanwhile ends the process afterwards. */
export async function deferSignals<T>(work: () => T): Promise<T> {
  const received: NodeJS.Signals[] = []
  const listener = (signal: NodeJS.Signals): void => void received.push(signal)
  for (const signal of signals) process.on(signal, listener)
  try {
    return work()
  } finally {
    // the event loop delivers signals before the second of two turns
    await deferToNextImmediate()
    await deferToNextImmediate()
    for (const signal of signals) process.off(signal, listener)
    const [first] = received
    if (first !== undefined) {
      process.kill(process.pid, first)
      // gives the signal time to end the process
      await deferToNextImmediate()
    }
  }
}

const deferToNextImmediate = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
