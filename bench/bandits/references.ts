/** What a program of others loses on a world, at the same rounds as ours; further rounds were not run. */
export interface Reference {
  readonly name: string
  readonly regret: readonly number[]
}

/**
 * MABWiser 2.7.4 (`LinTS(alpha=0.5)`, `LinGreedy(epsilon=0.1)`, `LinUCB(alpha=0.5)`, features standardised, rewards less one
 * half, taught as often as ours) and Vowpal Wabbit 9.11.9 (`--cb_explore_adf --interactions SA`, taught after each round), each
 * for one seed of contexts of its own, by Python 3.11 from the parameters that `bench/bandits.ts --worlds` prints.
 */
export const references: Readonly<Record<string, readonly Reference[]>> = {
  steep: [
    { name: 'MABWiser LinGreedy 0.1', regret: [10, 37.1, 205.5] },
    { name: 'MABWiser LinTS 0.5', regret: [6, 34.8, 102.1] },
    { name: 'MABWiser LinUCB 0.5', regret: [9.2, 35.9, 142.6] },
    { name: 'VW --epsilon 0.1', regret: [7.9, 79, 677.2] },
    { name: 'VW --bag 10', regret: [6.5, 42.7, 364.8] },
    { name: 'VW --squarecb, gamma as ours', regret: [11.8, 78.6, 386.5] },
  ],
  flat: [
    { name: 'MABWiser LinGreedy 0.1', regret: [4.3, 34.1, 161.8] },
    { name: 'MABWiser LinTS 0.5', regret: [4.3, 37.3, 175.4] },
    { name: 'MABWiser LinUCB 0.5', regret: [4.4, 41.4, 143.7] },
    { name: 'VW --epsilon 0.1', regret: [3.7, 38.9, 385.1] },
    { name: 'VW --bag 10', regret: [3.7, 28.3, 225.2] },
    { name: 'VW --squarecb, gamma as ours', regret: [3.6, 32.2, 270.3] },
  ],
}
