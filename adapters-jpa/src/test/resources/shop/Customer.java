package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.NaturalId;

@Entity
@Check(name = "ck_customer_email", constraints = "email LIKE '%@%'")
@Table(check = @CheckConstraint(constraint = "length(name) > 0"))
class Customer extends Kept {
  enum Standing {
    NEW,
    GOOD
  }

  @NaturalId String email;

  @Column(unique = true)
  String name;

  @Embedded Address home;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "work_street"))
  @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
  Address work;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  Standing standing;

  @ElementCollection @OrderColumn List<String> remarks;

  @ElementCollection Set<Address> former;

  @OneToMany(mappedBy = "customer")
  List<Order> orders;

  @ManyToMany Set<Customer> friends;
}
