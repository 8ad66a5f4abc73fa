package io.limbeck.adapter.jpa;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;

/** Hibernate's mapping model of classes, made without any database; to be closed after use. */
record Mapping(StandardServiceRegistry registry, Metadata metadata) implements AutoCloseable {
  // Hibernate would connect to ask the database what it is.
  private static final String ASKING_THE_DATABASE = "hibernate.boot.allow_jdbc_metadata_access";

  /**
   * @param settings of Hibernate; they may even name another dialect
   */
  static Mapping of(EntityClasses classes, Target target, Map<String, String> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent(JdbcSettings.DIALECT, target.dialect());
    all.put(ASKING_THE_DATABASE, false);
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder().applyClassLoader(classes.loader()).build())
            .applySettings(all)
            .build();
    try {
      return new Mapping(registry, metadata(classes, registry, settings));
    } catch (RuntimeException | LinkageError failure) {
      StandardServiceRegistryBuilder.destroy(registry);
      throw failure;
    }
  }

  private static Metadata metadata(
      EntityClasses classes, StandardServiceRegistry registry, Map<String, String> settings) {
    MetadataSources sources = new MetadataSources(registry);
    classes.mapped().forEach(sources::addAnnotatedClass);
    classes.packages().forEach(sources::addPackage);
    ImplicitNamingStrategy naming =
        registry
            .requireService(StrategySelector.class)
            .resolveDefaultableStrategy(
                ImplicitNamingStrategy.class,
                settings.get(MappingSettings.IMPLICIT_NAMING_STRATEGY),
                ImplicitNamingStrategyJpaCompliantImpl.INSTANCE);
    return sources.getMetadataBuilder().applyImplicitNamingStrategy(Naming.marking(naming)).build();
  }

  @Override
  public void close() {
    StandardServiceRegistryBuilder.destroy(registry);
  }
}
