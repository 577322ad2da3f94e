/** What can be changed about the world of the toaster. All are assumptions. */
export const settings = {
  /** Slices that a household toasts in a day. */
  slices: 1.2,
  /** Probability that another slice goes in soon after. */
  another: 0.35,
  /** Share of people who judge what they eat, when content and when angry. */
  willing: 0.5,
  angry: 0.9,
  /** Share of toasts of which the household says what it thinks of the toaster. */
  asked: 0.15,
  /** CIELAB units beyond what was wanted from which a toast goes into the bin, mostly. */
  inedible: 10,
  /** By how much faster all bread browns than its kind usually does. */
  sugar: 1,
  /** By how much moister all bread is than usual. */
  moist: 1,
  /** Voltage of the mains as a share of the nominal one. */
  mains: 1,
  /** What the scale reads of each gram. */
  scale: 1,
  /** By how many CIELAB units people have come to like it darker. */
  fashion: 0,
  /** Share of the way from their wish to what they got by which people adapt with every toast. */
  adapts: 0.01,
  /** Probability that a household without any trust puts the toaster into the cupboard after a toast, and that it comes out on a day. */
  cupboard: 0.15,
  comesOut: 0.01,
}
