import type { LatestDocument } from 'holon'

/** A decision as anyone may read it: without the person's part. */
export type Decided = Omit<LatestDocument['decisions'][number], 'position'>
