import type * as vscode from 'vscode'
import type { SeenReviews } from '../../../server/src/protocol/review.ts'

const seenReviewsKey = 'ideaFiles.seenReviews'

/** What the last review gave to be kept, for the server that starts now; whether it makes sense is for the server to say. */
export const keptReviews = (state: vscode.Memento): unknown => state.get<unknown>(seenReviewsKey)

/** Keeps what reviews saw in the workspace, so that hovers show it after a restart. */
export const keepReviews = async (state: vscode.Memento, seen: SeenReviews): Promise<void> => {
  await state.update(seenReviewsKey, seen)
}
