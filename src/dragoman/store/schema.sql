-- The record of dragoman, schema 1. Dates are EDTF as text; earliest and latest are the days they can mean.
CREATE TABLE articles (
    id              TEXT PRIMARY KEY,
    origin          TEXT NOT NULL,
    url             TEXT,
    publisher       TEXT,
    title           TEXT,
    authors         TEXT NOT NULL,              -- JSON list
    published       TEXT,
    published_basis TEXT,
    language        TEXT NOT NULL,
    sha256          TEXT NOT NULL,
    text            TEXT NOT NULL,
    reader          TEXT NOT NULL               -- version of the rules that read it
) STRICT;

CREATE TABLE claims (
    id            TEXT PRIMARY KEY,
    article       TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    status        TEXT NOT NULL,
    date          TEXT,
    date_basis    TEXT,
    earliest      TEXT,
    latest        TEXT,
    background    INTEGER NOT NULL,
    attributed_to TEXT,
    part_of       TEXT REFERENCES claims (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    confidence    REAL NOT NULL,
    rule          TEXT NOT NULL,
    rule_version  TEXT NOT NULL,
    content       TEXT NOT NULL                 -- JSON object, the fields of the kind
) STRICT;
CREATE INDEX claims_of_article ON claims (article);
CREATE INDEX claims_inside ON claims (part_of);

CREATE TABLE claim_citations (
    claim       TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    article     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start_chars INTEGER NOT NULL,
    end_chars   INTEGER NOT NULL,
    text        TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_citations_of_article ON claim_citations (article);

CREATE TABLE records (
    id            TEXT PRIMARY KEY,
    kind          TEXT NOT NULL,
    status        TEXT NOT NULL,
    date          TEXT,
    date_basis    TEXT,
    earliest      TEXT,
    latest        TEXT,
    background    INTEGER NOT NULL,
    attributed_to TEXT,
    part_of       TEXT REFERENCES records (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    confidence    REAL NOT NULL,
    rules         TEXT NOT NULL,                -- JSON list of {name, version}
    reasons       TEXT NOT NULL,                -- JSON list: why its claims are one fact
    content       TEXT NOT NULL                 -- JSON object, the fields of the kind
) STRICT;
CREATE INDEX records_by_day ON records (earliest);
CREATE INDEX records_inside ON records (part_of);

CREATE TABLE record_claims (
    record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    claim  TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    PRIMARY KEY (record, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX records_of_claim ON record_claims (claim);

CREATE TABLE record_citations (
    record      TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    article     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start_chars INTEGER NOT NULL,
    end_chars   INTEGER NOT NULL,
    text        TEXT NOT NULL,
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_citations_of_article ON record_citations (article);

CREATE TABLE record_parties (
    record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    party  TEXT NOT NULL,
    PRIMARY KEY (party, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_of_record ON record_parties (record);

CREATE TABLE rejections (
    origin TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    id      INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    report  TEXT NOT NULL                       -- JSON object
) STRICT;
