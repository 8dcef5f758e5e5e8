-- backorder, schema version 1, PostgreSQL 14 to 18.
-- every name begins with backorder_: the schema and a dot, if one is named, and the prefix

-- the version of this schema
CREATE TABLE backorder_schema_version (
  version INT NOT NULL,
  CONSTRAINT backorder_pk_schema_version PRIMARY KEY (version)
);

-- one row per item; whoever changes anything of an item locks its row first
CREATE TABLE backorder_item (
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  last_sequence BIGINT NOT NULL,
  last_arrival BIGINT NOT NULL,
  waiting BIGINT NOT NULL,
  claims INT NOT NULL,
  tallies INT NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE,
  chain BYTEA,
  CONSTRAINT backorder_pk_item PRIMARY KEY (sku),
  CONSTRAINT backorder_ck_item_waiting CHECK (waiting >= 0),
  CONSTRAINT backorder_ck_item_claims CHECK (claims >= 0)
);

-- the units of an item at a location
CREATE TABLE backorder_stock (
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  location VARCHAR(64) COLLATE "C" NOT NULL,
  on_hand BIGINT NOT NULL,
  reserved BIGINT NOT NULL,
  held BIGINT NOT NULL,
  CONSTRAINT backorder_pk_stock PRIMARY KEY (sku, location),
  CONSTRAINT backorder_ck_stock_signs CHECK (on_hand >= 0 AND reserved >= 0 AND held >= 0),
  CONSTRAINT backorder_ck_stock_oversold CHECK (reserved <= on_hand - held)
);

-- how many claims wait for an item in each channel; no channel is the empty text
CREATE TABLE backorder_channel_queue (
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  channel VARCHAR(64) COLLATE "C" NOT NULL,
  claims INT NOT NULL,
  CONSTRAINT backorder_pk_channel_queue PRIMARY KEY (sku, channel),
  CONSTRAINT backorder_ck_channel_queue_claims CHECK (claims > 0)
);

-- units of an order line that joined the queue for their item together; the line's own claim
-- carries what departed of the line
CREATE TABLE backorder_claim (
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  arrival BIGINT NOT NULL,
  order_no VARCHAR(64) COLLATE "C" NOT NULL,
  line_no VARCHAR(64) COLLATE "C" NOT NULL,
  line_index INT NOT NULL,
  place_rank BYTEA NOT NULL,
  due_day DATE,
  channel VARCHAR(64) COLLATE "C" NOT NULL,
  customer VARCHAR(64) COLLATE "C",
  priority VARCHAR(20) COLLATE "C" NOT NULL,
  delivery VARCHAR(20) COLLATE "C" NOT NULL,
  shortage VARCHAR(20) COLLATE "C" NOT NULL,
  splits_from TIMESTAMP(6) WITH TIME ZONE,
  at_least BIGINT NOT NULL,
  queued BIGINT NOT NULL,
  queue_channel VARCHAR(64) COLLATE "C",
  reserved BIGINT NOT NULL,
  several SMALLINT NOT NULL,
  shipped BIGINT NOT NULL,
  cancelled BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  returned BIGINT NOT NULL,
  CONSTRAINT backorder_pk_claim PRIMARY KEY (sku, arrival),
  CONSTRAINT backorder_ck_claim_signs CHECK (queued >= 0 AND reserved >= 0 AND shipped >= 0 AND cancelled >= 0 AND refused >= 0 AND returned >= 0),
  CONSTRAINT backorder_ck_claim_returned CHECK (returned <= shipped)
);

-- who waits, first in line first; a claim that does not wait has no queue
CREATE INDEX backorder_ix_claim_queue ON backorder_claim (sku, queue_channel, place_rank, arrival);

CREATE INDEX backorder_ix_claim_order ON backorder_claim (order_no);

-- units reserved for a claim at a location; what is not tracked lies nowhere, the empty text
CREATE TABLE backorder_reservation (
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  location VARCHAR(64) COLLATE "C" NOT NULL,
  arrival BIGINT NOT NULL,
  place_rank BYTEA NOT NULL,
  units BIGINT NOT NULL,
  CONSTRAINT backorder_pk_reservation PRIMARY KEY (sku, location, arrival),
  CONSTRAINT backorder_ck_reservation_units CHECK (units > 0)
);

CREATE INDEX backorder_ix_reservation_holders ON backorder_reservation (sku, location, place_rank, arrival);

-- an order and how far it is
CREATE TABLE backorder_customer_order (
  order_no VARCHAR(64) COLLATE "C" NOT NULL,
  lines_waiting INT NOT NULL,
  lines_open INT NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT backorder_pk_customer_order PRIMARY KEY (order_no),
  CONSTRAINT backorder_ck_customer_order_lines CHECK (lines_waiting >= 0 AND lines_open >= lines_waiting)
);

-- a cart hold, what it asks for, and what is held for it
CREATE TABLE backorder_cart_hold (
  hold_no VARCHAR(64) COLLATE "C" NOT NULL,
  until_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  open_until TIMESTAMP(6) WITH TIME ZONE,
  ended VARCHAR(20) COLLATE "C" NOT NULL,
  CONSTRAINT backorder_pk_cart_hold PRIMARY KEY (hold_no)
);

CREATE INDEX backorder_ix_cart_hold_open ON backorder_cart_hold (open_until);

CREATE TABLE backorder_cart_line (
  hold_no VARCHAR(64) COLLATE "C" NOT NULL,
  line_index INT NOT NULL,
  line_no VARCHAR(64) COLLATE "C" NOT NULL,
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  units BIGINT NOT NULL,
  due_day DATE,
  CONSTRAINT backorder_pk_cart_line PRIMARY KEY (hold_no, line_index)
);

CREATE TABLE backorder_held (
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  hold_no VARCHAR(64) COLLATE "C" NOT NULL,
  line_no VARCHAR(64) COLLATE "C" NOT NULL,
  location VARCHAR(64) COLLATE "C" NOT NULL,
  units BIGINT NOT NULL,
  since BIGINT NOT NULL,
  until_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  cart_units BIGINT NOT NULL,
  due_day DATE,
  CONSTRAINT backorder_pk_held PRIMARY KEY (sku, hold_no, line_no, location),
  CONSTRAINT backorder_ck_held_units CHECK (units > 0)
);

-- units granted to a group of customers since the beginning of a stretch of time
CREATE TABLE backorder_tally (
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  tally_group VARCHAR(200) COLLATE "C" NOT NULL,
  tally_from TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  units BIGINT NOT NULL,
  CONSTRAINT backorder_pk_tally PRIMARY KEY (sku, tally_group, tally_from)
);

-- a posted document. One that opened an order is known by that, any other by kind and number; a
-- sweep has no key, since it may be posted as often as the host likes
CREATE TABLE backorder_document (
  id BIGINT GENERATED ALWAYS AS IDENTITY,
  kind VARCHAR(20) COLLATE "C" NOT NULL,
  number VARCHAR(64) COLLATE "C" NOT NULL,
  key_number VARCHAR(64) COLLATE "C",
  order_no VARCHAR(64) COLLATE "C",
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  entries INT NOT NULL,
  first_position BIGINT,
  channel VARCHAR(64) COLLATE "C",
  customer VARCHAR(64) COLLATE "C",
  priority VARCHAR(20) COLLATE "C",
  delivery VARCHAR(20) COLLATE "C",
  shortage VARCHAR(20) COLLATE "C",
  splits_from TIMESTAMP(6) WITH TIME ZONE,
  at_least BIGINT,
  content TEXT COLLATE "C",
  archived SMALLINT NOT NULL,
  CONSTRAINT backorder_pk_document PRIMARY KEY (id),
  CONSTRAINT backorder_uq_document_key UNIQUE (kind, key_number),
  CONSTRAINT backorder_uq_document_order UNIQUE (order_no),
  CONSTRAINT backorder_uq_document_position UNIQUE (first_position)
);

-- what happened; rows are added and never changed
CREATE TABLE backorder_ledger_entry (
  document BIGINT NOT NULL,
  entry_index INT NOT NULL,
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  item_sequence BIGINT NOT NULL,
  kind VARCHAR(20) COLLATE "C" NOT NULL,
  order_no VARCHAR(64) COLLATE "C",
  line_no VARCHAR(64) COLLATE "C",
  arrival BIGINT,
  place_rank BYTEA,
  hold_no VARCHAR(64) COLLATE "C",
  until_at TIMESTAMP(6) WITH TIME ZONE,
  cart_units BIGINT,
  due_day DATE,
  location VARCHAR(64) COLLATE "C",
  to_location VARCHAR(64) COLLATE "C",
  units BIGINT NOT NULL,
  before_units BIGINT,
  waited BIGINT,
  reason TEXT COLLATE "C",
  restocking VARCHAR(20) COLLATE "C",
  tally_group VARCHAR(200) COLLATE "C",
  tally_from TIMESTAMP(6) WITH TIME ZONE,
  chain BYTEA NOT NULL,
  CONSTRAINT backorder_pk_ledger_entry PRIMARY KEY (document, entry_index),
  CONSTRAINT backorder_uq_ledger_entry_sequence UNIQUE (sku, item_sequence)
);

CREATE INDEX backorder_ix_ledger_entry_order ON backorder_ledger_entry (order_no);

-- the last position that was given out to a document, under whose lock positions are given out, and
-- from when on things are remembered in full
CREATE TABLE backorder_feed (
  id SMALLINT NOT NULL,
  last_position BIGINT NOT NULL,
  documents_from TIMESTAMP(6) WITH TIME ZONE,
  orders_from TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT backorder_pk_feed PRIMARY KEY (id)
);

INSERT INTO backorder_feed (id, last_position) VALUES (1, 0);

INSERT INTO backorder_schema_version (version) VALUES (1);

-- backorder, schema version 2, PostgreSQL 14 to 18: supplies and promises.
-- every name begins with backorder_: the schema and a dot, if one is named, and the prefix
-- it only adds: columns that are null or have a default, tables, and indexes. What a library of version 1
-- writes stays right, so that the tables may be upgraded before the processes are

-- how many lines of an item have a day, how many supplies were announced of it, and how many of these
-- are still to bring something
ALTER TABLE backorder_item ADD COLUMN promised INT DEFAULT 0 NOT NULL;

ALTER TABLE backorder_item ADD COLUMN announcements BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE backorder_item ADD COLUMN supplies INT DEFAULT 0 NOT NULL;

-- the column several of a claim says 0 where it is the only claim of its line, 1 where it is the own claim
-- of a line that was raised, 2 where it raised its line; since this version 10 is added (ClaimRecord.OF_KIT)
-- where the line is a kit's or a kit's part, so that others matter. Rows of version 1 are of no kits

-- the day for which the waiting units of a line are promised, on the line's own claim
ALTER TABLE backorder_claim ADD COLUMN promised_day DATE;

-- what suppliers are to bring, each a line of a purchase order; one of which units are expected is
-- read with its item
CREATE TABLE backorder_supply (
  supply_no VARCHAR(64) COLLATE "C" NOT NULL,
  sku VARCHAR(64) COLLATE "C" NOT NULL,
  announcement BIGINT NOT NULL,
  location VARCHAR(64) COLLATE "C" NOT NULL,
  units BIGINT NOT NULL,
  due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  supplier VARCHAR(64) COLLATE "C",
  ordered_at TIMESTAMP(6) WITH TIME ZONE,
  received BIGINT NOT NULL,
  expected BIGINT NOT NULL,
  progress VARCHAR(20) COLLATE "C" NOT NULL,
  CONSTRAINT backorder_pk_supply PRIMARY KEY (supply_no),
  CONSTRAINT backorder_ck_supply_signs CHECK (units > 0 AND received >= 0 AND expected >= 0),
  CONSTRAINT backorder_ck_supply_expected CHECK (expected <= units)
);

CREATE INDEX backorder_ix_supply_expected ON backorder_supply (sku, expected);

-- supplies that are late, whose items are looked at when time has passed
CREATE INDEX backorder_ix_supply_due ON backorder_supply (expected, due_at, sku);

-- what an entry says of a supply
ALTER TABLE backorder_ledger_entry ADD COLUMN supply_no VARCHAR(64) COLLATE "C";

ALTER TABLE backorder_ledger_entry ADD COLUMN due_at TIMESTAMP(6) WITH TIME ZONE;

ALTER TABLE backorder_ledger_entry ADD COLUMN due_before TIMESTAMP(6) WITH TIME ZONE;

ALTER TABLE backorder_ledger_entry ADD COLUMN supplier VARCHAR(64) COLLATE "C";

ALTER TABLE backorder_ledger_entry ADD COLUMN ordered_at TIMESTAMP(6) WITH TIME ZONE;

ALTER TABLE backorder_ledger_entry ADD COLUMN excess BIGINT;

INSERT INTO backorder_schema_version (version) VALUES (2);
