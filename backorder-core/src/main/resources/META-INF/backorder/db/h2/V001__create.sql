-- backorder, schema version 1, H2 2.3 and later.
-- every name begins with {schema}{prefix}: the schema and a dot, if one is named, and the prefix

-- the version of this schema
CREATE TABLE {schema}{prefix}schema_version (
  version INT NOT NULL,
  CONSTRAINT {prefix}pk_schema_version PRIMARY KEY (version)
);

-- one row per item; whoever changes anything of an item locks its row first
CREATE TABLE {schema}{prefix}item (
  sku VARCHAR(64) NOT NULL,
  last_sequence BIGINT NOT NULL,
  last_arrival BIGINT NOT NULL,
  waiting BIGINT NOT NULL,
  claims INT NOT NULL,
  tallies INT NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE,
  chain BINARY(32),
  CONSTRAINT {prefix}pk_item PRIMARY KEY (sku),
  CONSTRAINT {prefix}ck_item_waiting CHECK (waiting >= 0),
  CONSTRAINT {prefix}ck_item_claims CHECK (claims >= 0)
);

-- the units of an item at a location
CREATE TABLE {schema}{prefix}stock (
  sku VARCHAR(64) NOT NULL,
  location VARCHAR(64) NOT NULL,
  on_hand BIGINT NOT NULL,
  reserved BIGINT NOT NULL,
  held BIGINT NOT NULL,
  CONSTRAINT {prefix}pk_stock PRIMARY KEY (sku, location),
  CONSTRAINT {prefix}ck_stock_signs CHECK (on_hand >= 0 AND reserved >= 0 AND held >= 0),
  CONSTRAINT {prefix}ck_stock_oversold CHECK (reserved <= on_hand - held)
);

-- how many claims wait for an item in each channel; no channel is the empty text
CREATE TABLE {schema}{prefix}channel_queue (
  sku VARCHAR(64) NOT NULL,
  channel VARCHAR(64) NOT NULL,
  claims INT NOT NULL,
  CONSTRAINT {prefix}pk_channel_queue PRIMARY KEY (sku, channel),
  CONSTRAINT {prefix}ck_channel_queue_claims CHECK (claims > 0)
);

-- units of an order line that joined the queue for their item together; the line's own claim
-- carries what departed of the line
CREATE TABLE {schema}{prefix}claim (
  sku VARCHAR(64) NOT NULL,
  arrival BIGINT NOT NULL,
  order_no VARCHAR(64) NOT NULL,
  line_no VARCHAR(64) NOT NULL,
  line_index INT NOT NULL,
  place_rank VARBINARY(248) NOT NULL,
  due_day DATE,
  channel VARCHAR(64) NOT NULL,
  customer VARCHAR(64),
  priority VARCHAR(20) NOT NULL,
  delivery VARCHAR(20) NOT NULL,
  shortage VARCHAR(20) NOT NULL,
  splits_from TIMESTAMP(6) WITH TIME ZONE,
  at_least BIGINT NOT NULL,
  queued BIGINT NOT NULL,
  queue_channel VARCHAR(64),
  reserved BIGINT NOT NULL,
  several SMALLINT NOT NULL,
  shipped BIGINT NOT NULL,
  cancelled BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  returned BIGINT NOT NULL,
  CONSTRAINT {prefix}pk_claim PRIMARY KEY (sku, arrival),
  CONSTRAINT {prefix}ck_claim_signs CHECK (queued >= 0 AND reserved >= 0 AND shipped >= 0 AND cancelled >= 0 AND refused >= 0 AND returned >= 0),
  CONSTRAINT {prefix}ck_claim_returned CHECK (returned <= shipped)
);

-- who waits, first in line first; a claim that does not wait has no queue
CREATE INDEX {schema}{prefix}ix_claim_queue ON {schema}{prefix}claim (sku, queue_channel, place_rank, arrival);

CREATE INDEX {schema}{prefix}ix_claim_order ON {schema}{prefix}claim (order_no);

-- units reserved for a claim at a location; what is not tracked lies nowhere, the empty text
CREATE TABLE {schema}{prefix}reservation (
  sku VARCHAR(64) NOT NULL,
  location VARCHAR(64) NOT NULL,
  arrival BIGINT NOT NULL,
  place_rank VARBINARY(248) NOT NULL,
  units BIGINT NOT NULL,
  CONSTRAINT {prefix}pk_reservation PRIMARY KEY (sku, location, arrival),
  CONSTRAINT {prefix}ck_reservation_units CHECK (units > 0)
);

CREATE INDEX {schema}{prefix}ix_reservation_holders ON {schema}{prefix}reservation (sku, location, place_rank, arrival);

-- an order and how far it is
CREATE TABLE {schema}{prefix}customer_order (
  order_no VARCHAR(64) NOT NULL,
  lines_waiting INT NOT NULL,
  lines_open INT NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT {prefix}pk_customer_order PRIMARY KEY (order_no),
  CONSTRAINT {prefix}ck_customer_order_lines CHECK (lines_waiting >= 0 AND lines_open >= lines_waiting)
);

-- a cart hold, what it asks for, and what is held for it
CREATE TABLE {schema}{prefix}cart_hold (
  hold_no VARCHAR(64) NOT NULL,
  until_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  open_until TIMESTAMP(6) WITH TIME ZONE,
  ended VARCHAR(20) NOT NULL,
  CONSTRAINT {prefix}pk_cart_hold PRIMARY KEY (hold_no)
);

CREATE INDEX {schema}{prefix}ix_cart_hold_open ON {schema}{prefix}cart_hold (open_until);

CREATE TABLE {schema}{prefix}cart_line (
  hold_no VARCHAR(64) NOT NULL,
  line_index INT NOT NULL,
  line_no VARCHAR(64) NOT NULL,
  sku VARCHAR(64) NOT NULL,
  units BIGINT NOT NULL,
  due_day DATE,
  CONSTRAINT {prefix}pk_cart_line PRIMARY KEY (hold_no, line_index)
);

CREATE TABLE {schema}{prefix}held (
  sku VARCHAR(64) NOT NULL,
  hold_no VARCHAR(64) NOT NULL,
  line_no VARCHAR(64) NOT NULL,
  location VARCHAR(64) NOT NULL,
  units BIGINT NOT NULL,
  since BIGINT NOT NULL,
  until_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  cart_units BIGINT NOT NULL,
  due_day DATE,
  CONSTRAINT {prefix}pk_held PRIMARY KEY (sku, hold_no, line_no, location),
  CONSTRAINT {prefix}ck_held_units CHECK (units > 0)
);

-- units granted to a group of customers since the beginning of a stretch of time
CREATE TABLE {schema}{prefix}tally (
  sku VARCHAR(64) NOT NULL,
  tally_group VARCHAR(200) NOT NULL,
  tally_from TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  units BIGINT NOT NULL,
  CONSTRAINT {prefix}pk_tally PRIMARY KEY (sku, tally_group, tally_from)
);

-- a posted document. One that opened an order is known by that, any other by kind and number; a
-- sweep has no key, since it may be posted as often as the host likes
CREATE TABLE {schema}{prefix}document (
  id BIGINT GENERATED ALWAYS AS IDENTITY,
  kind VARCHAR(20) NOT NULL,
  number VARCHAR(64) NOT NULL,
  key_number VARCHAR(64),
  order_no VARCHAR(64),
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  entries INT NOT NULL,
  first_position BIGINT,
  channel VARCHAR(64),
  customer VARCHAR(64),
  priority VARCHAR(20),
  delivery VARCHAR(20),
  shortage VARCHAR(20),
  splits_from TIMESTAMP(6) WITH TIME ZONE,
  at_least BIGINT,
  content CHARACTER LARGE OBJECT,
  archived SMALLINT NOT NULL,
  CONSTRAINT {prefix}pk_document PRIMARY KEY (id),
  CONSTRAINT {prefix}uq_document_key UNIQUE (kind, key_number),
  CONSTRAINT {prefix}uq_document_order UNIQUE (order_no),
  CONSTRAINT {prefix}uq_document_position UNIQUE (first_position)
);

-- what happened; rows are added and never changed
CREATE TABLE {schema}{prefix}ledger_entry (
  document BIGINT NOT NULL,
  entry_index INT NOT NULL,
  sku VARCHAR(64) NOT NULL,
  item_sequence BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  order_no VARCHAR(64),
  line_no VARCHAR(64),
  arrival BIGINT,
  place_rank VARBINARY(248),
  hold_no VARCHAR(64),
  until_at TIMESTAMP(6) WITH TIME ZONE,
  cart_units BIGINT,
  due_day DATE,
  location VARCHAR(64),
  to_location VARCHAR(64),
  units BIGINT NOT NULL,
  before_units BIGINT,
  waited BIGINT,
  reason CHARACTER LARGE OBJECT,
  restocking VARCHAR(20),
  tally_group VARCHAR(200),
  tally_from TIMESTAMP(6) WITH TIME ZONE,
  chain BINARY(32) NOT NULL,
  CONSTRAINT {prefix}pk_ledger_entry PRIMARY KEY (document, entry_index),
  CONSTRAINT {prefix}uq_ledger_entry_sequence UNIQUE (sku, item_sequence)
);

CREATE INDEX {schema}{prefix}ix_ledger_entry_order ON {schema}{prefix}ledger_entry (order_no);

-- the last position that was given out to a document, under whose lock positions are given out, and
-- from when on things are remembered in full
CREATE TABLE {schema}{prefix}feed (
  id SMALLINT NOT NULL,
  last_position BIGINT NOT NULL,
  documents_from TIMESTAMP(6) WITH TIME ZONE,
  orders_from TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT {prefix}pk_feed PRIMARY KEY (id)
);

INSERT INTO {schema}{prefix}feed (id, last_position) VALUES (1, 0);

INSERT INTO {schema}{prefix}schema_version (version) VALUES (1);
