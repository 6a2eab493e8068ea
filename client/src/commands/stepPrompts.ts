import * as vscode from 'vscode'
import { keepQuickPickOrder } from '../quickPickOrder.ts'
import type { StepHead } from './inputSteps.ts'

/** A row of a step, which may have no value: a separator, or a row that says something. */
export interface StepItem<T> extends vscode.QuickPickItem {
  readonly value?: T
}

/** What the user answers: a value, or `back` or `cancelled`. */
export type StepAnswer<T> = { readonly value: T } | 'back' | 'cancelled'

/** How the list of a step looks. */
interface StepPick<T> {
  readonly title: string
  readonly placeholder: string
  readonly head: StepHead
  /** The rows for what is typed: VS Code filters none of them. */
  items(typed: string): readonly StepItem<T>[]
  /** The row that is selected while nothing is typed; by default the first one. */
  readonly isSelected?: (value: T) => boolean
  /** Calls back when the rows have changed; returns a function that ends this. */
  readonly watch?: (listener: () => void) => () => void
}

/** Lets the user pick a row, with a button back if there is a step before. */
export const pickInStep = <T>({ title, placeholder, head, items, isSelected, watch }: StepPick<T>): Promise<StepAnswer<T>> =>
  new Promise((done) => {
    const pick = vscode.window.createQuickPick<StepItem<T>>()
    Object.assign(pick, { title, placeholder, ignoreFocusOut: true, step: head.step, totalSteps: head.total })
    keepQuickPickOrder(pick)
    if (head.step > 1) pick.buttons = [vscode.QuickInputButtons.Back]
    const show = (): void => {
      const typed = pick.value.trim()
      pick.items = items(typed).map((item) => ({ ...item, alwaysShow: true }))
      const selected = pick.items.find(({ value }) => value !== undefined && isSelected?.(value))
      if (typed === '' && selected) pick.activeItems = [selected]
      // spaces choose nothing
      else if (typed === '' && pick.value !== '') pick.activeItems = []
    }
    pick.onDidChangeValue(show)
    const stopWatching = watch?.(show)
    pick.onDidTriggerButton(() => {
      done('back')
      pick.hide()
    })
    pick.onDidAccept(() => {
      const [active] = pick.activeItems
      // after quick typing the selected row may be one of the text before
      const isCurrent = active !== undefined && pick.items.includes(active)
      const chosen = isCurrent || pick.value.trim() === '' ? active : pick.items.find(({ value }) => value !== undefined)
      if (chosen?.value === undefined) return
      done({ value: chosen.value })
      pick.hide()
    })
    pick.onDidHide(() => {
      stopWatching?.()
      done('cancelled')
      pick.dispose()
    })
    show()
    pick.show()
  })

/** How the box of a step looks. */
interface StepText {
  readonly title: string
  readonly prompt: string
  readonly placeholder: string
  readonly head: StepHead
  /** Why a text is not taken; undefined if it is. */
  validate(text: string): string | undefined
}

/** Lets the user type a text, with a button back if there is a step before. */
export const typeInStep = ({ title, prompt, placeholder, head, validate }: StepText): Promise<StepAnswer<string>> =>
  new Promise((done) => {
    const box = vscode.window.createInputBox()
    Object.assign(box, { title, prompt, placeholder, ignoreFocusOut: true, step: head.step, totalSteps: head.total })
    if (head.step > 1) box.buttons = [vscode.QuickInputButtons.Back]
    box.onDidChangeValue((text) => {
      box.validationMessage = validate(text)
    })
    box.onDidTriggerButton(() => {
      done('back')
      box.hide()
    })
    box.onDidAccept(() => {
      box.validationMessage = validate(box.value)
      if (box.validationMessage !== undefined) return
      done({ value: box.value })
      box.hide()
    })
    box.onDidHide(() => {
      done('cancelled')
      box.dispose()
    })
    box.show()
  })
