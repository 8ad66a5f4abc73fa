package io.limbeck.adapter.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;

/**
 * Marks what Hibernate's mapping model no longer tells: which constraints were given no name, and
 * which unique constraints were declared as indexes.
 */
final class Naming {
  private static final String UNNAMED = "limbeck:unnamed:";
  private static final String INDEX = "limbeck:index:";

  private Naming() {}

  /** {@return a strategy that names everything as {@code other} does, but with marks} */
  static ImplicitNamingStrategy marking(ImplicitNamingStrategy other) {
    return (ImplicitNamingStrategy)
        Proxy.newProxyInstance(
            ImplicitNamingStrategy.class.getClassLoader(),
            new Class<?>[] {ImplicitNamingStrategy.class},
            (proxy, method, arguments) -> {
              try {
                Object name = method.invoke(other, arguments);
                return name instanceof Identifier identifier
                        && arguments[0] instanceof ImplicitConstraintNameSource source
                    ? marked(identifier, source, method.getName())
                    : name;
              } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
              }
            });
  }

  private static Identifier marked(
      Identifier name, ImplicitConstraintNameSource source, String method) {
    boolean index = source.kind() == ImplicitConstraintNameSource.Kind.INDEX;
    if (index) {
      // A plain index is one in the model as well.
      return method.equals("determineUniqueKeyName") ? with(INDEX, name) : name;
    }
    return source.getUserProvidedIdentifier() == null ? with(UNNAMED, name) : name;
  }

  private static Identifier with(String mark, Identifier name) {
    return new Identifier(mark + name.getText(), name.isQuoted());
  }

  /** {@return whether a unique constraint was declared as an index} */
  static boolean isIndex(String name) {
    return name.contains(INDEX);
  }

  /** {@return the name without marks; empty if it was Hibernate's own} */
  static Optional<String> given(String name) {
    return name.contains(UNNAMED) ? Optional.empty() : Optional.of(name.replace(INDEX, ""));
  }
}
