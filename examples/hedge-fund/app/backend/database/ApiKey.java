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

/** The key to a provider of models or market data. */
@Entity
@Table(
    name = "api_keys",
    indexes = {
      @Index(name = "ix_api_keys_id", columnList = "id"),
      @Index(name = "ix_api_keys_provider", columnList = "provider", unique = true)
    })
public class ApiKey {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Integer id;

  @ColumnDefault("CURRENT_TIMESTAMP")
  @Column(name = "created_at")
  public OffsetDateTime createdAt;

  @Column(name = "updated_at")
  public OffsetDateTime updatedAt;

  /** As the variable that would hold the key is called: ANTHROPIC_API_KEY. */
  @Column(nullable = false, length = 100)
  public String provider;

  @Column(name = "key_value", nullable = false, columnDefinition = "TEXT")
  public String keyValue;

  @Column(name = "is_active")
  public Boolean isActive = true;

  @Column(columnDefinition = "TEXT")
  public String description;

  @Column(name = "last_used")
  public OffsetDateTime lastUsed;
}
