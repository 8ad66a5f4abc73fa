package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;

@Entity
@IdClass(Garage.Key.class)
@SecondaryTable(name = "garage_notes")
class Garage {
  @Id String town;
  @Id int number;

  /** A van needs a garage, and a garage may have a van of its own: a circle. */
  @ManyToOne Van van;

  @Column(table = "garage_notes")
  String note;

  record Key(String town, int number) {}
}
