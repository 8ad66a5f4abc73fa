package io.limbeck.adapter.jpa;

import java.beans.Introspector;

/**
 * A class or one of its properties.
 *
 * @param type the class's name, as {@link Class#getName()} has it
 * @param property empty text for the class itself
 */
record Member(String type, String property) {
  static Member type(String name) {
    return new Member(name, "");
  }

  /** {@return the property that a method is the getter of, by its name} */
  static Member ofMethod(String type, String method) {
    String property =
        method.startsWith("get")
            ? method.substring(3)
            : method.startsWith("is") ? method.substring(2) : method;
    return new Member(type, Introspector.decapitalize(property));
  }
}
