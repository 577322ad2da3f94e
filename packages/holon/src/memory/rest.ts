/** As many turns of the queue of promises as the longest chain in the runtime takes, and some more. */
const turns = 100

/** Lets everything happen that can happen without time passing. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await null
}
