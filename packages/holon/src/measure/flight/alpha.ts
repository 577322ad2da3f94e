/** A p-value up to this is not called chance. */
export const alpha = 0.05
