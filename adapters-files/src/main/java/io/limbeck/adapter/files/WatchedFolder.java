package io.limbeck.adapter.files;

import io.limbeck.application.script.LatestScripts;
import io.limbeck.application.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the times and sizes of the files, at most once a second: reading all of them anew for
 * each question would take longer than most answers.
 */
final class WatchedFolder implements LatestScripts {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Supplier<ScriptFolder> folder;
  private final Duration pause;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Seen seen;

  /** What a file was like; one with a later time can have the same size. */
  private record Trait(FileTime modified, long size) {}

  private record Seen(ScriptFolder folder, Map<Path, Trait> files, long nanoTime) {}

  /**
   * @param folder makes one that has read nothing yet
   */
  WatchedFolder(Supplier<ScriptFolder> folder) {
    this(folder, PAUSE);
  }

  /**
   * @param pause how long is not looked again after the last time
   */
  WatchedFolder(Supplier<ScriptFolder> folder, Duration pause) {
    this.folder = folder;
    this.pause = pause;
  }

  @Override
  public Scripts get() {
    Seen known = seen;
    if (known != null && System.nanoTime() - known.nanoTime() < pause.toNanos()) {
      return known.folder();
    }
    // One looks; others need not wait for it if there is something to take meanwhile.
    if (known != null && !looking.tryLock()) {
      return known.folder();
    }
    if (known == null) {
      looking.lock();
    }
    try {
      Seen now = look(seen);
      seen = now;
      return now.folder();
    } finally {
      looking.unlock();
    }
  }

  private Seen look(@Nullable Seen before) {
    long nanoTime = System.nanoTime();
    ScriptFolder known = before == null ? folder.get() : before.folder();
    Map<Path, Trait> files = new LinkedHashMap<>();
    for (Path file : known.files()) {
      Trait trait = trait(file);
      if (trait != null) {
        files.put(file, trait);
      }
    }
    return before != null && !files.equals(before.files())
        ? new Seen(folder.get(), files, nanoTime)
        : new Seen(known, files, nanoTime);
  }

  /** Nothing for a file that is gone again: whoever reads it will tell. */
  private static @Nullable Trait trait(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Trait(attributes.lastModifiedTime(), attributes.size());
    } catch (IOException gone) {
      return null;
    }
  }
}
