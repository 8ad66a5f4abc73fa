package io.limbeck.adapter.http;

import dagger.BindsInstance;
import dagger.Component;
import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.admin.AdminSettings;
import io.limbeck.application.admin.Gate;
import jakarta.inject.Singleton;

/** The wiring of one server. It is here, since the program loads none of this before it serves. */
@Singleton
@Component(modules = HttpModule.class)
interface HttpComponent {
  Exchanges exchanges();

  Operations operations();

  Reads reads();

  Meters meters();

  /** Makes the component for one server. */
  @Component.Factory
  interface Factory {

    /**
     * @param loopback whether only this machine reaches the server
     */
    HttpComponent create(
        @BindsInstance AdminSettings settings,
        @BindsInstance Gate gate,
        @BindsInstance AdminListener listener,
        @BindsInstance boolean loopback);
  }
}
