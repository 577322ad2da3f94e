/** Seconds that the wearer has to answer, and minutes that the caretaker has. */
export const patience = { wearer: 30, caretaker: 2 } as const
