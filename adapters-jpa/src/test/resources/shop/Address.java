package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record Address(String street, @Column(length = 10, nullable = false) String zip) {}
