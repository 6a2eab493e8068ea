import type * as z from 'zod/mini'

/** Checks parameters by a schema: a client may send anything. Null if they do not fit. */
export const parserOf =
  <P>(schema: z.ZodMiniType<P>): ((params: unknown) => P | null) =>
  (params) =>
    schema.safeParse(params).data ?? null
