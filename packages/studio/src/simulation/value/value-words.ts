import type { valueReport } from 'holon/world'

type Valued = Pick<ReturnType<typeof valueReport>['goals'][number], 'verdict' | 'knee'>

const places = {
  beyond: "Today's model is beyond it: better predictions buy nothing here.",
  before: "Today's model is before it: better predictions help up to there.",
  near: "Today's model is about there.",
  unknown: '',
}

/** What better predictions do to a goal, in a sentence. */
export function valueWords({ verdict, knee }: Valued): string {
  switch (verdict) {
    case 'knee':
      return knee === undefined
        ? ''
        : `It rises up to about ${knee.at.toFixed(2)}. ${places[knee.today]}`.trim()
    case 'still rising':
      return 'Better predictions help all the way.'
    case 'worse':
      return 'Better predictions make it worse.'
    case 'no effect':
      return 'No effect of better predictions is seen.'
    case 'cannot say':
      return 'There are too few runs to say.'
  }
}
