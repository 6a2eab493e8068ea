import type { CancellationToken } from 'vscode'

/** Sends the server a request and resolves to its answer; `undefined` if no server answers. */
export type SendRequest = <R>(method: string, params?: unknown, token?: CancellationToken) => Promise<R | undefined>
