// Requests with which a server without a file system keeps texts for its next session. Our own client answers them in the web host.

/** From the server: a text that an earlier session stored (`StoredTextParams` → `string`); null if there is none, or another version made it. */
export const readStoredRequest = 'ideaFiles/readStored'

export interface StoredTextParams {
  /** Letters, digits, `-` and `_`. */
  readonly name: string
}

/** From the server: stores a text for later sessions (`StoreTextParams` → nothing). */
export const storeTextRequest = 'ideaFiles/storeText'

export interface StoreTextParams extends StoredTextParams {
  readonly text: string
}
