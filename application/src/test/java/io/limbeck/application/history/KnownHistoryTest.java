package io.limbeck.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.limbeck.application.database.Database;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A mock, since it matters what the database is asked, and how often. */
class KnownHistoryTest {
  private final Database database = mock(Database.class);
  private final KnownHistory known = new KnownHistory();

  @Test
  void the_whole_history_is_read_once() {
    when(database.history()).thenReturn(steps(1, 3, "ada"));
    when(database.historyFrom(3)).thenReturn(steps(3, 3, "ada"));

    assertThat(known.of(database)).isEqualTo(steps(1, 3, "ada"));
    assertThat(known.of(database)).isEqualTo(steps(1, 3, "ada"));

    verify(database, times(1)).history();
  }

  @Test
  void steps_that_were_taken_meanwhile_are_added() {
    when(database.history()).thenReturn(steps(1, 3, "ada"));
    when(database.historyFrom(3)).thenReturn(steps(3, 5, "ada"));
    when(database.historyFrom(5)).thenReturn(steps(5, 5, "ada"));

    known.of(database);

    assertThat(known.of(database)).isEqualTo(steps(1, 5, "ada"));
    assertThat(known.of(database)).isEqualTo(steps(1, 5, "ada"));
    verify(database, times(1)).history();
  }

  @Test
  void another_database_in_its_place_is_read_anew() {
    when(database.history())
        .thenReturn(steps(1, 3, "ada"))
        .thenReturn(steps(1, 4, "bob"))
        .thenReturn(List.of());
    when(database.historyFrom(3)).thenReturn(steps(3, 4, "bob"));
    when(database.historyFrom(4)).thenReturn(List.of());

    known.of(database);

    assertThat(known.of(database)).isEqualTo(steps(1, 4, "bob"));
    assertThat(known.of(database)).isEmpty();
  }

  @Test
  void a_database_without_a_history_is_asked_each_time() {
    when(database.history()).thenReturn(List.of()).thenReturn(steps(1, 1, "ada"));

    assertThat(known.of(database)).isEmpty();
    assertThat(known.of(database)).isEqualTo(steps(1, 1, "ada"));
    verify(database, never()).historyFrom(0);
  }

  private static List<HistoryEntry> steps(long first, long last, String by) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(number ->
            new HistoryEntry(
                number,
                Step.Kind.UPGRADE,
                Optional.of(new RevisionId("r" + number)),
                Heads.none(),
                Heads.of("r" + number),
                "message",
                Optional.empty(),
                Instant.EPOCH.plusSeconds(number),
                Duration.ofMillis(1),
                by,
                "0.1.0"))
        .toList();
  }
}
