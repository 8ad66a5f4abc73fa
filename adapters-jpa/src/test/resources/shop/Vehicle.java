package shop;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
  @EmbeddedId Plate plate;

  @ManyToOne Garage garage;

  @Embeddable
  record Plate(String country, int number) {}
}

@Entity
class Van extends Vehicle {
  int space;
}
