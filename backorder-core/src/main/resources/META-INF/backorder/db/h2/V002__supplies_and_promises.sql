-- backorder, schema version 2, H2 2.3 and later: supplies and promises.
-- every name begins with {schema}{prefix}: the schema and a dot, if one is named, and the prefix
-- it only adds: columns that are null or have a default, tables, and indexes. What a library of version 1
-- writes stays right, so that the tables may be upgraded before the processes are

-- how many lines of an item have a day, how many supplies were announced of it, and how many of these
-- are still to bring something
ALTER TABLE {schema}{prefix}item ADD COLUMN promised INT DEFAULT 0 NOT NULL;

ALTER TABLE {schema}{prefix}item ADD COLUMN announcements BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE {schema}{prefix}item ADD COLUMN supplies INT DEFAULT 0 NOT NULL;

-- the column several of a claim says 0 where it is the only claim of its line, 1 where it is the own claim
-- of a line that was raised, 2 where it raised its line; since this version 10 is added (ClaimRecord.OF_KIT)
-- where the line is a kit's or a kit's part, so that others matter. Rows of version 1 are of no kits

-- the day for which the waiting units of a line are promised, on the line's own claim
ALTER TABLE {schema}{prefix}claim ADD COLUMN promised_day DATE;

-- what suppliers are to bring, each a line of a purchase order; one of which units are expected is
-- read with its item
CREATE TABLE {schema}{prefix}supply (
  supply_no VARCHAR(64) NOT NULL,
  sku VARCHAR(64) NOT NULL,
  announcement BIGINT NOT NULL,
  location VARCHAR(64) NOT NULL,
  units BIGINT NOT NULL,
  due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  supplier VARCHAR(64),
  ordered_at TIMESTAMP(6) WITH TIME ZONE,
  received BIGINT NOT NULL,
  expected BIGINT NOT NULL,
  progress VARCHAR(20) NOT NULL,
  CONSTRAINT {prefix}pk_supply PRIMARY KEY (supply_no),
  CONSTRAINT {prefix}ck_supply_signs CHECK (units > 0 AND received >= 0 AND expected >= 0),
  CONSTRAINT {prefix}ck_supply_expected CHECK (expected <= units)
);

CREATE INDEX {schema}{prefix}ix_supply_expected ON {schema}{prefix}supply (sku, expected);

-- supplies that are late, whose items are looked at when time has passed
CREATE INDEX {schema}{prefix}ix_supply_due ON {schema}{prefix}supply (expected, due_at, sku);

-- what an entry says of a supply
ALTER TABLE {schema}{prefix}ledger_entry ADD COLUMN supply_no VARCHAR(64);

ALTER TABLE {schema}{prefix}ledger_entry ADD COLUMN due_at TIMESTAMP(6) WITH TIME ZONE;

ALTER TABLE {schema}{prefix}ledger_entry ADD COLUMN due_before TIMESTAMP(6) WITH TIME ZONE;

ALTER TABLE {schema}{prefix}ledger_entry ADD COLUMN supplier VARCHAR(64);

ALTER TABLE {schema}{prefix}ledger_entry ADD COLUMN ordered_at TIMESTAMP(6) WITH TIME ZONE;

ALTER TABLE {schema}{prefix}ledger_entry ADD COLUMN excess BIGINT;

INSERT INTO {schema}{prefix}schema_version (version) VALUES (2);
