package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where two values differ: the way to each difference, as deep as it goes. */
final class Places {
  private final List<String> found = new ArrayList<>();

  private Places() {}

  static List<String> between(Object one, Object other) {
    Places places = new Places();
    places.compare("", one, other);
    return places.found;
  }

  private void compare(String path, Object one, Object other) {
    if (one.equals(other)) {
      return;
    }
    if (one instanceof List<?> list && other instanceof List<?> others && hasNames(list, others)) {
      compareNamed(path, list, others);
    } else if (one instanceof Optional<?> left && other instanceof Optional<?> right) {
      if (left.isPresent() && right.isPresent()) {
        compare(path, left.get(), right.get());
      } else {
        found.add(path);
      }
    } else if (isWhole(one) && one.getClass() == other.getClass()) {
      for (RecordComponent component : one.getClass().getRecordComponents()) {
        compare(path + "." + component.getName(), value(component, one), value(component, other));
      }
    } else {
      found.add(path);
    }
  }

  /** Compares what has the same name; constraints, what is the first of its kind that is left. */
  private void compareNamed(String path, List<?> list, List<?> others) {
    List<Object> left = new ArrayList<>(list);
    List<Object> right = new ArrayList<>(others);
    left.removeAll(others);
    right.removeAll(list);
    Set<String> names = new LinkedHashSet<>();
    left.forEach(each -> names.add(name(each)));
    right.forEach(each -> names.add(name(each)));
    for (String name : names) {
      String at = "%s[%s]".formatted(path, name);
      Optional<Object> one = left.stream().filter(each -> name(each).equals(name)).findFirst();
      Optional<Object> other = right.stream().filter(each -> name(each).equals(name)).findFirst();
      if (one.isPresent() && other.isPresent()) {
        compare(at, one.get(), other.get());
      } else {
        found.add(at);
      }
    }
  }

  private static boolean hasNames(List<?> list, List<?> others) {
    return isWhole(list.isEmpty() ? others.getFirst() : list.getFirst());
  }

  /** {@return whether it is made of parts that can be told apart} */
  private static boolean isWhole(Object part) {
    return part instanceof Schema
        || part instanceof Table
        || part instanceof Column
        || part instanceof Index
        || part instanceof Constraint
        || part instanceof Stored;
  }

  private static String name(Object part) {
    return switch (part) {
      case Table table -> table.name().toString();
      case Column column -> column.name().text();
      case Index index -> index.name().text();
      case Stored stored -> stored.name().toString();
      default -> part.getClass().getSimpleName();
    };
  }

  private static Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("every component can be read", impossible);
    }
  }
}
