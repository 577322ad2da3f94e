/** Marks the files of vaults. */
export const application = 'HVLT'

/**
 * `name` is a keyed hash of the subject, so that the file lists nobody. `erased` counts the people erased so far, `cleaned`
 * how many of them have left no trace in the file.
 */
export const migrations = [
  `
  CREATE TABLE person (name BLOB PRIMARY KEY, pseudonym TEXT NOT NULL UNIQUE, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE installation (
    signing BLOB NOT NULL, naming BLOB NOT NULL, erased INTEGER NOT NULL, cleaned INTEGER NOT NULL
  ) STRICT;
  `,
]
