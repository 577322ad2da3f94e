/** Marks the files of decision logs. */
export const application = 'HLOG'

/**
 * A row of `entry` holds consecutive entries of one commit, one JSON text a line, and is found by the position of its last
 * one: a row for each entry, with its index entries, would cost more than twice the time. `about` finds what belongs to a
 * decision, `decided` the rows that hold decisions of a system. All grow at their end, as ids begin with their time.
 */
export const migrations = [
  `
  CREATE TABLE entry (last INTEGER PRIMARY KEY, entries TEXT NOT NULL) STRICT;
  CREATE TABLE about (decision TEXT, position INTEGER, PRIMARY KEY (decision, position)) STRICT, WITHOUT ROWID;
  CREATE TABLE decided (system TEXT, last INTEGER, PRIMARY KEY (system, last)) STRICT, WITHOUT ROWID;
  CREATE TABLE once (token TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
]
