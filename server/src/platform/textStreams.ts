import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** Texts in and out. */
export interface TextStreams {
  readonly input: AsyncIterable<string>
  /** Resolves when more can be written. */
  readonly write: (text: string) => Promise<void>
}

/** Streams of Node as texts in UTF-8. */
export function textStreams(input: Readable, output: Writable): TextStreams {
  input.setEncoding('utf8')
  return {
    input,
    write: async (text) => {
      if (!output.write(text)) await once(output, 'drain')
    },
  }
}
