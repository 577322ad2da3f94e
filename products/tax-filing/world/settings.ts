/** What can be changed about the world of tax filing. All are assumptions, unless a source is named. */
export const settings = {
  /** Share of returns that are examined. In the United States it is 0.2 % for most incomes (IRS Data Book); here nobody would learn anything from so few. */
  examined: 0.1,
  /** By how much likelier a return that is wrong is examined than one that is right: the office does not draw lots. */
  suspicion: 3,
  /** Share of people who answer what they are asked when content, and when angry. */
  willing: 0.25,
  angry: 0.6,
  /** Share of people who answer when they are drawn and asked directly. */
  whenAsked: 0.7,
  /** Share of people who like to say how they live. */
  open: 0.35,
  /** Share of people who mend an error that is pointed out to them. */
  honesty: 0.9,
  /** Share of people who try other answers until the meter reads low. */
  gamers: 0.02,
  /** Probability of finding an error when asked to look again at the lines it is likely in. */
  skill: 0.55,
  /** Probability of giving up before filing, asked nothing. */
  givingUp: 0.1,
  /** Probability that somebody who files elsewhere comes back in a year. */
  wonBack: 0.4,
  /** Log-odds by which everybody, and everybody with a business, errs more than at first. */
  carelessness: 0,
  businessRules: 0,
}
