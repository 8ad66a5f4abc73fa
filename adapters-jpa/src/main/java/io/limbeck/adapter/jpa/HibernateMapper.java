package io.limbeck.adapter.jpa;

import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.models.ModelsException;
import io.limbeck.domain.diff.Silence;
import io.limbeck.domain.diff.Silence.Aspect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities as Hibernate maps them. A service, for programs that load it only when they need it. */
public final class HibernateMapper implements EntityMapper {
  // Annotations can say some of these, but hardly anyone has them say it.
  private static final Silence SILENCE =
      Silence.about(
          List.of(
              Aspect.DEFAULTS,
              Aspect.COLLATIONS,
              Aspect.OPTIONS,
              Aspect.AUTOINCREMENT,
              Aspect.CHECKS,
              Aspect.ON_UPDATE,
              Aspect.TYPES,
              Aspect.SEQUENCES,
              Aspect.FUNCTIONS,
              Aspect.COMMENTS,
              Aspect.DEFERRAL,
              Aspect.PARTIAL_INDEXES,
              Aspect.VIEWS,
              Aspect.TRIGGERS,
              Aspect.VIRTUAL_TABLES));

  @Override
  public Ddl ddl(Entities entities) {
    Target target = Target.of(entities.dialect());
    try (EntityClasses classes = EntityClasses.of(entities)) {
      return QuietLogs.during(() -> ddl(entities, target, classes));
    }
  }

  private static Ddl ddl(Entities entities, Target target, EntityClasses classes) {
    try (Mapping mapping = Mapping.of(classes, target, entities.settings())) {
      if (mapping.metadata().getEntityBindings().isEmpty()) {
        throw new ModelsException(
            "There is no entity in %s: no Java source and no class file there has"
                    .formatted(entities.place())
                + " jakarta.persistence.Entity.",
            "Set models to the folder or jar of the entities.");
      }
      Members members = Members.of(mapping.metadata());
      return new Ddl(
          "the DDL of the entities in %s".formatted(entities.place()),
          MappedSchema.statements(mapping.metadata(), target, members.columns()),
          SILENCE,
          Hints.of(members, classes.hints()));
    } catch (ModelsException told) {
      throw told;
    } catch (RuntimeException | LinkageError failure) {
      throw unmappable(entities, failure);
    }
  }

  /** What Hibernate says of a mapping that makes no sense can be an exception of any kind. */
  private static ModelsException unmappable(Entities entities, Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof NoClassDefFoundError || each instanceof TypeNotPresentException) {
        return new ModelsException(
            "The entities in %s need a class that is not there: %s."
                .formatted(entities.place(), each.getMessage()),
            "Name the jar or folder that has it in models_class_path.",
            failure);
      }
    }
    return new ModelsException(
        "The entities in %s cannot be mapped: %s.".formatted(entities.place(), said(failure)),
        "Mend the entity that is named there.",
        failure);
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message.replaceAll("[.\\s]+$", "");
  }
}
