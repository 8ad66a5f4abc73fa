package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Payment {
  @Id @GeneratedValue Long id;
  @ManyToOne Order order;
}

@Entity
class CardPayment extends Payment {
  String card;
}
