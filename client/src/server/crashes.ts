/** `restartWithMessage` shows a message; `restart` is silent; `giveUp` leaves the server stopped. */
export type AfterCrash = 'restartWithMessage' | 'restart' | 'giveUp'

/** Crashes within this time (milliseconds) are one problem: shown once, and given up after the fifth. */
export const crashWindow = 180_000
const maxCrashes = 5

/** What to do after the last of these crashes (their times in milliseconds, in order). */
export const afterCrash = (times: readonly number[]): AfterCrash => {
  const last = times.at(-1) ?? 0
  const recent = times.filter((time) => last - time < crashWindow).length
  if (recent >= maxCrashes) return 'giveUp'
  return recent > 1 ? 'restart' : 'restartWithMessage'
}
