import fc from 'fast-check'

/** A place in a text as a fraction of its length, all about equally likely: nearly all numbers of `fc.double` are close to 0. */
export const anyFraction = fc.noBias(fc.nat(10_000)).map((place) => place / 10_000)
