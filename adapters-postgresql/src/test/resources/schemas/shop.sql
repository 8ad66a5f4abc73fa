-- A shop as web frameworks make one: serials, an enum, JSON, checks that list values.
CREATE TYPE order_status AS ENUM ('pending', 'paid', 'shipped', 'it''s lost');
CREATE TABLE customers (
  id SERIAL PRIMARY KEY,
  email VARCHAR(255) NOT NULL UNIQUE,
  name VARCHAR(100) NOT NULL DEFAULT 'nobody',
  kind VARCHAR(20) NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'company', 'o''ther')),
  tags TEXT[] NOT NULL DEFAULT '{}',
  settings JSONB NOT NULL DEFAULT '{"lang": "en"}',
  active BOOLEAN NOT NULL DEFAULT TRUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  birthday DATE,
  CONSTRAINT customers_email_has_at CHECK (position('@' in email) > 1)
);
CREATE UNIQUE INDEX customers_lower_email ON customers (lower(email));
CREATE INDEX customers_settings ON customers USING gin (settings jsonb_path_ops);
CREATE INDEX customers_tags ON customers USING gin (tags);
CREATE TABLE products (
  id BIGSERIAL PRIMARY KEY,
  sku CHAR(8) NOT NULL,
  title TEXT NOT NULL,
  price NUMERIC(10, 2) NOT NULL DEFAULT 0,
  discount NUMERIC(10, 2) NOT NULL DEFAULT -1,
  weight REAL,
  net NUMERIC GENERATED ALWAYS AS (price - discount) STORED,
  available BOOLEAN NOT NULL DEFAULT FALSE,
  CONSTRAINT products_price_check CHECK (price >= 0 AND discount BETWEEN -1 AND price),
  CONSTRAINT products_sku UNIQUE (sku)
);
CREATE INDEX products_available ON products (price DESC, title) WHERE available AND price > 0;
CREATE TABLE orders (
  id BIGSERIAL PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers ON DELETE CASCADE ON UPDATE RESTRICT,
  status order_status NOT NULL DEFAULT 'pending',
  history order_status[] NOT NULL DEFAULT ARRAY['pending']::order_status[],
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  note TEXT,
  CHECK (status <> 'paid' OR placed_at IS NOT NULL)
);
CREATE INDEX orders_open ON orders (customer_id) WHERE status IN ('pending', 'paid');
CREATE TABLE order_lines (
  order_id BIGINT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  product_id BIGINT NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  quantity SMALLINT NOT NULL DEFAULT 1 CHECK (quantity > 0),
  price NUMERIC(10, 2) NOT NULL,
  PRIMARY KEY (order_id, product_id)
);
CREATE INDEX order_lines_product ON order_lines (product_id);
CREATE VIEW open_orders AS
  SELECT o.id, c.email, sum(l.price * l.quantity) AS total
  FROM orders o JOIN customers c ON c.id = o.customer_id
  LEFT JOIN order_lines l ON l.order_id = o.id
  WHERE o.status IN ('pending', 'paid') AND c.kind IN ('person', 'company')
  GROUP BY o.id, c.email;
CREATE VIEW big_orders AS SELECT * FROM open_orders WHERE total > 1000;
COMMENT ON TABLE customers IS 'Who buys; may be a company''s account';
COMMENT ON COLUMN customers.email IS 'Where \ they read';
COMMENT ON VIEW open_orders IS 'Not yet shipped';
COMMENT ON COLUMN open_orders.total IS 'In the currency of the shop';
