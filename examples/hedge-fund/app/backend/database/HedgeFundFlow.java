package app.backend.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.hibernate.annotations.ColumnDefault;

/** A flow as it is drawn in the editor: its nodes, its edges and where one looks at it. */
@Entity
@Table(
    name = "hedge_fund_flows",
    indexes = @Index(name = "ix_hedge_fund_flows_id", columnList = "id"))
public class HedgeFundFlow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Integer id;

  @ColumnDefault("CURRENT_TIMESTAMP")
  @Column(name = "created_at")
  public OffsetDateTime createdAt;

  @Column(name = "updated_at")
  public OffsetDateTime updatedAt;

  @Column(nullable = false, length = 200)
  public String name;

  @Column(columnDefinition = "TEXT")
  public String description;

  @Column(nullable = false, columnDefinition = "JSON")
  public String nodes;

  @Column(nullable = false, columnDefinition = "JSON")
  public String edges;

  @Column(columnDefinition = "JSON")
  public String viewport;

  /** What the nodes were set to. */
  @Column(columnDefinition = "JSON")
  public String data;

  @Column(name = "is_template")
  public Boolean isTemplate = false;

  @Column(columnDefinition = "JSON")
  public String tags;
}
