/** What can be changed about the world of safe browsing. All are assumptions, unless a source is named. */
export const settings = {
  /** Share of phishing among the pages people open here. More than outside, or there would be little to see. */
  phishing: 0.05,
  /** Share of pages of sites on the list of known good ones. */
  knownGood: 0.3,
  /** Share of other pages to which a payment comes back, with a known name in the path of another site. */
  payments: 0.02,
  /** Share of phishing addresses that bear no sign at all, and that imitate names on no list. */
  plain: 0.15,
  unlisted: 0.1,
  /** Pages a person opens in a day that no cache knows. */
  pages: 6,
  /** Probability that somebody of middling wariness goes on past a warning. In the field it was 9 to 23 % (Akhawe and Felt 2013). */
  clickThrough: 0.18,
  /** Share of people who answer what they are asked when content, and when angry. */
  willing: 0.15,
  angry: 0.5,
  /** Share of phishing pages that lists confirm within a month, and of other pages that are checked. */
  listed: 0.8,
  audited: 0.25,
  /** Probability that somebody wholly annoyed switches it off when interrupted in vain, and that somebody without it gets it on a day. */
  leaving: 0.1,
  getting: 0.02,
  /** Reports a day by an attacker who calls pages of their own harmless. */
  lies: 7,
  /** Cases that the reviewer answers in a shift of four hours. */
  reviews: 8,
}
