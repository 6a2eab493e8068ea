import * as vscode from 'vscode'

/** The steps of the walkthrough that are ticked off when the user has done what they are about; `package.json` has the keys. */
export type WalkthroughStep = 'fix' | 'write' | 'complete' | 'know' | 'show' | 'find'

const doneSteps = new Set<WalkthroughStep>()

/** Ticks a step off. */
export const markStepDone = (step: WalkthroughStep): void => {
  if (doneSteps.has(step)) return
  doneSteps.add(step)
  void vscode.commands.executeCommand('setContext', `ideaFiles.done.${step}`, true)
}
