import { type Household, households } from '../../domain/households.ts'

/** Under which it lies on the device. */
export const householdKey = 'plain-return-household'

/** Keeps on the device what somebody said about how they live, or forgets it. */
export function keepHousehold(household: Household | undefined): void {
  try {
    if (household === undefined) localStorage.removeItem(householdKey)
    else localStorage.setItem(householdKey, household)
  } catch {
    // Storage that is full or switched off keeps nothing: they are asked again.
  }
}

/** What was said on this device with an earlier return. */
export function keptHousehold(): Household | undefined {
  try {
    const kept = localStorage.getItem(householdKey)
    return households.find((one) => one === kept)
  } catch {
    return undefined
  }
}
