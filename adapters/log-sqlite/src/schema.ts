/** Marks the files of decision logs. */
export const application = 'HLOG'

/**
 * `about` is the decision an entry belongs to, `system` that of decisions only: their indexes hold what `find` and
 * `latest` look for, and end where the newest entry goes.
 */
export const migrations = [
  `
  CREATE TABLE entry (position INTEGER PRIMARY KEY, about TEXT, system TEXT, entry TEXT NOT NULL) STRICT;
  CREATE INDEX entry_about ON entry (about) WHERE about IS NOT NULL;
  CREATE INDEX entry_system ON entry (system) WHERE system IS NOT NULL;
  CREATE TABLE once (token TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
]
