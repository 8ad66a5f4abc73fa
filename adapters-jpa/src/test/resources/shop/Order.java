package shop;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
    name = "orders",
    uniqueConstraints = {
      @UniqueConstraint(
          name = "uq_orders_number",
          columnNames = {"number", "customer_id"}),
      @UniqueConstraint(columnNames = {"number", "placed_on"})
    },
    indexes = {
      @Index(name = "ix_orders_placed", columnList = "placed_on DESC, number"),
      @Index(name = "ux_orders_reference", columnList = "reference", unique = true),
      @Index(columnList = "paid")
    })
class Order extends Kept {
  @Column(length = 30, nullable = false)
  String number;

  @ManyToOne(optional = false)
  @OnDelete(action = OnDeleteAction.CASCADE)
  Customer customer;

  @ManyToOne
  @JoinColumn(name = "payer", foreignKey = @ForeignKey(name = "fk_orders_payer"))
  Customer payer;

  @ManyToOne
  @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Customer dealer;

  @OneToOne Order replaces;

  @Column(name = "placed_on")
  LocalDate placedOn;

  LocalTime at;
  LocalDateTime local;
  OffsetDateTime paid;

  @Column(secondPrecision = 3)
  OffsetDateTime precise;

  UUID reference;
  byte[] picture;
  @Lob String note;

  @Column(length = Length.LONG32)
  String story;

  @Column(columnDefinition = "TEXT")
  String remark;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> details;

  @Column(columnDefinition = "JSON")
  String raw;

  @Column(
      precision = 10,
      scale = 2,
      check = @CheckConstraint(name = "ck_price", constraint = "price >= 0"))
  BigDecimal price;

  boolean open;
  Boolean checked;
  short small;
  long large;
  double weight;
  char grade;

  @GeneratedColumn("price * 2")
  BigDecimal twice;

  @Column(name = "\"Odd Name\"")
  String odd;
}
