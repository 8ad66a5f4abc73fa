package io.limbeck.adapter.jpa;

import dagger.Module;
import dagger.Provides;
import io.limbeck.application.models.EntityMapper;

/** Gives programs Hibernate's knowledge of entities. */
@Module
public interface JpaModule {
  @Provides
  static EntityMapper entityMapper() {
    return new HibernateMapper();
  }
}
