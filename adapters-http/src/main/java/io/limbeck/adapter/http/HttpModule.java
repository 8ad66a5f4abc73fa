package io.limbeck.adapter.http;

import dagger.Module;
import dagger.Provides;
import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.admin.AdminSettings;
import io.limbeck.application.admin.Gate;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What a server is made of: a new resource is one class, named among the routes. */
@Module
final class HttpModule {
  private HttpModule() {}

  @Provides
  @Singleton
  static Guard guard(AdminSettings settings, boolean loopback) {
    return new Guard(settings, loopback, new Attempts(InstantSource.system()));
  }

  @Provides
  @Singleton
  static Reads reads(Gate gate) {
    return new Reads(gate);
  }

  @Provides
  static Answers answers(Reads reads) {
    return new Answers(reads);
  }

  @Provides
  @Singleton
  static Meters meters() {
    return new Meters();
  }

  @Provides
  @Singleton
  static Operations operations(
      Gate gate, Reads reads, Guard guard, AdminListener listener, Meters meters) {
    return new Operations(gate, reads, guard, listener, meters);
  }

  @Provides
  static Router router(
      Answers answers, Reads reads, Gate gate, Guard guard, Operations operations, Meters meters) {
    return new Router(
        Stream.of(
                new Page().routes(),
                new Statuses(answers, gate, guard, operations).routes(),
                new Revisions(answers, guard).routes(),
                new Steps(answers).routes(),
                new Plans(answers, guard).routes(),
                new Writes(operations).routes(),
                new Health(reads, operations).routes(),
                new Metrics(meters, reads, operations).routes())
            .flatMap(List::stream)
            .toList());
  }

  @Provides
  @Singleton
  static Exchanges exchanges(Router router, Guard guard, AdminListener listener, Meters meters) {
    return new Exchanges(router, guard, new Problems(listener), meters);
  }
}
