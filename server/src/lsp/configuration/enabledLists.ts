import { isUriInside, uriKey } from '../../workspace/uris.ts'
import type { Documents } from '../documents/documents.ts'
import type { ConfigurationStore } from './configurationStore.ts'

/** What is asked for whether Idea Files is on. */
interface EnabledListsHost {
  readonly documents: Pick<Documents, 'get'>
  readonly configuration: Pick<ConfigurationStore, 'of' | 'isKnown' | 'isEnabledIn'>
  /** The workspace's folders; the same array until they change. */
  readonly folders: () => readonly string[]
}

/** For which lists Idea Files is on: the user may have switched it off for a folder, whose lists are then in no view. */
export class EnabledLists {
  readonly #host: EnabledListsHost
  /** The folders that were asked about last; null if their answers are out of date. */
  #asked: readonly string[] | null = null
  #learning: Promise<void> = Promise.resolve()
  /** By the keys of folders. */
  #answers: readonly { readonly key: string; readonly isOn: boolean }[] = []

  constructor(host: EnabledListsHost) {
    this.#host = host
  }

  /** Settings have changed. */
  forget(): void {
    this.#asked = null
  }

  /** Resolves when it is known for all folders. */
  learn(): Promise<void> {
    const folders = this.#host.folders()
    if (this.#asked === folders) return this.#learning
    this.#asked = folders
    this.#learning = this.#ask(folders)
    return this.#learning
  }

  /** Whether it is on for a list, as far as that is known. */
  readonly has = ({ uri }: { readonly uri: string }): boolean => {
    const { documents, configuration } = this.#host
    if (documents.get(uri) && configuration.isKnown(uri)) return configuration.of(uri).enabled
    const key = uriKey(uri)
    const around = this.#answers.filter((folder) => isUriInside(folder.key, key))
    return around.sort((a, b) => b.key.length - a.key.length)[0]?.isOn ?? true
  }

  async #ask(folders: readonly string[]): Promise<void> {
    const answers = await Promise.all(
      folders.map(async (uri) => ({ key: uriKey(uri), isOn: await this.#host.configuration.isEnabledIn(uri) })),
    )
    if (this.#asked === folders) this.#answers = answers
  }
}
