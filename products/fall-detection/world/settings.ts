/** What can be changed about the world of fall detection. All are assumptions, unless a source is named. */
export const settings = {
  /** Strong movements of a wearer in a day, as the watch would send them. */
  movements: 2,
  /** Share of them that are falls: one in eight, as among the moments the model learned from. In life it is hundreds of times less: of people over 65 about one in three falls in a year. */
  falls: 0.125,
  /** Share of them that belong to a ball game, which the model has never seen. */
  games: 0,
  /** What the sensor reads of each g. */
  gain: 1,
  /** Probability that somebody who fell can press a button, and that they need nobody. */
  conscious: 0.6,
  harmless: 0.25,
  /** Probability that somebody who did not fall answers the question in time. */
  attentive: 0.8,
  /** Seconds after which half of the caretakers who trust the calls have looked. */
  looking: 45,
  /** Share of wearers who answer what they are asked later, when content and when angry; and of caretakers who tell how it was. */
  willing: 0.3,
  angry: 0.7,
  told: 0.8,
  /** Probability that somebody wholly annoyed takes the watch off after a needless question, and that they wear it again on a day. */
  takingOff: 0.3,
  wearingAgain: 0.03,
  /** Times that a wearer presses the button on a day without a fall. */
  calls: 0.01,
}
