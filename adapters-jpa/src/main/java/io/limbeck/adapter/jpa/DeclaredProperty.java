package io.limbeck.adapter.jpa;

import io.limbeck.application.models.WasComment;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * A property and the class that declares it.
 *
 * @param owner the mapped class, or one that it inherits from
 */
record DeclaredProperty(Class<?> owner, Property property) {
  private static final String HINT = "Was";

  /**
   * {@return the properties in the order of their fields, those of the classes above first}
   *
   * @param above the class whose properties are no longer among {@code properties}, if there is one
   */
  static List<DeclaredProperty> inOrder(
      Class<?> type, @Nullable Class<?> above, Collection<Property> properties) {
    Map<String, Property> left = new TreeMap<>();
    properties.forEach(property -> left.put(property.getName(), property));
    List<DeclaredProperty> ordered = new ArrayList<>();
    for (Class<?> owner : fromTheTop(type, above)) {
      names(owner)
          .flatMap(name -> Optional.ofNullable(left.remove(name)).stream())
          .forEach(property -> ordered.add(new DeclaredProperty(owner, property)));
    }
    left.values().forEach(property -> ordered.add(new DeclaredProperty(type, property)));
    return ordered;
  }

  /**
   * {@return {@code type} and the classes it inherits from, up to {@code above}, the topmost first}
   */
  static List<Class<?>> fromTheTop(Class<?> type, @Nullable Class<?> above) {
    List<Class<?>> classes = new ArrayList<>();
    for (@Nullable Class<?> at = type; at != null && at != above; at = at.getSuperclass()) {
      classes.addFirst(at);
    }
    return classes;
  }

  private static Stream<String> names(Class<?> owner) {
    return Stream.concat(
            Arrays.stream(owner.getDeclaredFields()).map(Field::getName),
            getters(owner).map(method -> property(owner, method)).sorted())
        .distinct();
  }

  private static Stream<Method> getters(Class<?> owner) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic());
  }

  private static String property(Class<?> owner, Method method) {
    return Member.ofMethod(owner.getName(), method.getName()).property();
  }

  Member member() {
    return new Member(owner.getName(), property.getName());
  }

  /** {@return what annotations of its field and its getter say was its older name} */
  List<SourceHint> hints() {
    String name = property.getName();
    return Stream.concat(
            Arrays.stream(owner.getDeclaredFields()).filter(field -> field.getName().equals(name)),
            getters(owner).filter(method -> property(owner, method).equals(name)))
        .flatMap(element -> hints(member(), element))
        .toList();
  }

  /**
   * {@return what annotations of {@code element} say}: those called Was, whatever their package is,
   * so that nobody needs a library of ours for one
   */
  static Stream<SourceHint> hints(Member member, AnnotatedElement element) {
    return Arrays.stream(element.getDeclaredAnnotations())
        .filter(annotation -> annotation.annotationType().getSimpleName().equals(HINT))
        .map(annotation ->
            new SourceHint(
                member,
                new WasComment(value(annotation)),
                "@%s of %s%s"
                    .formatted(
                        HINT,
                        member.type(),
                        member.property().isEmpty() ? "" : "." + member.property())));
  }

  private static String value(Annotation annotation) {
    try {
      Method value = annotation.annotationType().getDeclaredMethod("value");
      value.setAccessible(true);
      return String.valueOf(value.invoke(annotation));
    } catch (ReflectiveOperationException none) {
      return "";
    }
  }
}
