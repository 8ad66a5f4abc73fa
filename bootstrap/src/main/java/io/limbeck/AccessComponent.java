package io.limbeck;

import dagger.BindsInstance;
import dagger.Component;
import io.limbeck.application.MigrationSettings;
import io.limbeck.application.admin.Access;
import io.limbeck.application.author.ComparisonSettings;
import io.limbeck.application.database.Database;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.Scripts;

/** The wiring of the use cases over one database. */
@Component(modules = UseCases.class)
interface AccessComponent extends Access {

  /** Makes the component for one question or one run. */
  @Component.Factory
  interface Factory {
    AccessComponent create(
        @BindsInstance Scripts scripts,
        @BindsInstance Database database,
        @BindsInstance ScriptFormat format,
        @BindsInstance MigrationSettings migration,
        @BindsInstance ComparisonSettings comparison);
  }
}
