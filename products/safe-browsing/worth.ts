/**
 * What each experience is worth, in minutes of a person's life. Falling for phishing costs about five hours of calls, new
 * cards and passwords; four of five people heed a page that stands in their way, one in ten a note (Egelman, Cranor and
 * Hong 2008 found the same order). A false stop costs the visitor a minute and the owner of the page a visitor.
 */
export const worth = {
  note: { right: 30, wrong: -1, interrupting: -0.1 },
  warning: { right: 240, wrong: -30, interrupting: -0.5 },
} as const
