import type { LatestDocument, StreamEvent } from 'holon'

/** A decision as anyone may read it: without the person's part. */
export type Decided = Omit<LatestDocument['decisions'][number], 'position'>

/** Something that came back, as the stream tells it. */
export type Returned = Extract<StreamEvent, { type: 'feedback' }>['data']
