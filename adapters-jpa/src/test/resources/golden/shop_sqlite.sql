CREATE TABLE Customer (
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  createdAt TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  email VARCHAR(255),
  name VARCHAR(255),
  street VARCHAR(255),
  zip VARCHAR(10) NOT NULL,
  work_street VARCHAR(255),
  work_zip VARCHAR(255),
  standing VARCHAR(20),
  PRIMARY KEY (id),
  UNIQUE (name),
  UNIQUE (email),
  CHECK (standing in ('NEW','GOOD')),
  CHECK (length(name) > 0),
  CONSTRAINT ck_customer_email CHECK (email LIKE '%@%')
);

CREATE TABLE Customer_Customer (
  Customer_id BIGINT NOT NULL,
  friends_id BIGINT NOT NULL,
  PRIMARY KEY (Customer_id, friends_id),
  FOREIGN KEY (Customer_id) REFERENCES Customer (id),
  FOREIGN KEY (friends_id) REFERENCES Customer (id)
);

CREATE TABLE Customer_former (
  street VARCHAR(255),
  zip VARCHAR(10) NOT NULL,
  Customer_id BIGINT NOT NULL,
  UNIQUE (Customer_id, street, zip),
  FOREIGN KEY (Customer_id) REFERENCES Customer (id)
);

CREATE TABLE Customer_remarks (
  Customer_id BIGINT NOT NULL,
  remarks_ORDER INTEGER NOT NULL,
  remarks VARCHAR(255),
  PRIMARY KEY (Customer_id, remarks_ORDER),
  FOREIGN KEY (Customer_id) REFERENCES Customer (id),
  CHECK (remarks_ORDER>=0)
);

CREATE TABLE Dog (
  id INTEGER NOT NULL,
  name VARCHAR(255),
  barks BOOLEAN NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE Vehicle (
  country VARCHAR(255) NOT NULL,
  number INTEGER NOT NULL,
  garage_town VARCHAR(255),
  garage_number INTEGER,
  PRIMARY KEY (country, number),
  FOREIGN KEY (garage_town, garage_number) REFERENCES Garage (town, number)
);

CREATE TABLE Van (
  country VARCHAR(255) NOT NULL,
  number INTEGER NOT NULL,
  space INTEGER NOT NULL,
  PRIMARY KEY (country, number),
  FOREIGN KEY (country, number) REFERENCES Vehicle (country, number)
);

CREATE TABLE Garage (
  town VARCHAR(255) NOT NULL,
  number INTEGER NOT NULL,
  van_country VARCHAR(255),
  van_number INTEGER,
  PRIMARY KEY (town, number),
  FOREIGN KEY (van_country, van_number) REFERENCES Van (country, number)
);

CREATE TABLE garage_notes (
  town VARCHAR(255) NOT NULL,
  number INTEGER NOT NULL,
  note VARCHAR(255),
  PRIMARY KEY (town, number),
  FOREIGN KEY (town, number) REFERENCES Garage (town, number)
);

CREATE TABLE orders (
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  createdAt TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  number VARCHAR(30) NOT NULL,
  customer_id BIGINT NOT NULL,
  payer BIGINT,
  dealer_id BIGINT,
  replaces_id BIGINT,
  placed_on DATE,
  at TIME,
  local TIMESTAMP,
  paid TIMESTAMP WITH TIME ZONE,
  precise TIMESTAMP WITH TIME ZONE,
  reference BLOB,
  picture BLOB,
  note TEXT,
  story TEXT,
  remark TEXT,
  details JSON,
  raw JSON,
  price NUMERIC(10,2),
  open BOOLEAN NOT NULL,
  checked BOOLEAN,
  small SMALLINT NOT NULL,
  large BIGINT NOT NULL,
  weight FLOAT NOT NULL,
  grade CHAR(1) NOT NULL,
  twice NUMERIC(38,2) GENERATED ALWAYS AS (price * 2) STORED,
  "Odd Name" VARCHAR(255),
  PRIMARY KEY (id),
  UNIQUE (replaces_id),
  CONSTRAINT uq_orders_number UNIQUE (number, customer_id),
  UNIQUE (number, placed_on),
  FOREIGN KEY (customer_id) REFERENCES Customer (id) ON DELETE CASCADE,
  CONSTRAINT fk_orders_payer FOREIGN KEY (payer) REFERENCES Customer (id),
  FOREIGN KEY (replaces_id) REFERENCES orders (id),
  CONSTRAINT ck_price CHECK (price >= 0)
);

CREATE INDEX IDX8loowbx3jvodqeq4gpjkhg20v ON orders (paid);

CREATE INDEX ix_orders_placed ON orders (placed_on DESC, number);

CREATE UNIQUE INDEX ux_orders_reference ON orders (reference);

CREATE TABLE Payment (
  id BIGINT NOT NULL,
  order_id BIGINT,
  card VARCHAR(255),
  DTYPE VARCHAR(31) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (order_id) REFERENCES orders (id),
  CHECK (DTYPE in ('Payment','CardPayment'))
);

CREATE TABLE Payment_SEQ (
  next_val bigint
);

CREATE VIEW OpenOrder AS SELECT id, number FROM orders WHERE open;
