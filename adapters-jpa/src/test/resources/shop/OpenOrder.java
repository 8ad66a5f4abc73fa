package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.View;

@Entity
@View(query = "SELECT id, number FROM orders WHERE open")
class OpenOrder {
  @Id Long id;
  String number;
}
