/** Marks the files of registries. */
export const application = 'HREG'

export const migrations = [
  `
  CREATE TABLE document (
    collection TEXT, key TEXT, version INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (collection, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE artefact (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  `,
]
