package io.limbeck.adapter.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the file system said, as the second half of a sentence. */
final class Trouble {
  private Trouble() {}

  static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "it does not exist";
      case AccessDeniedException denied -> "access is denied";
      case NotDirectoryException file -> "it is no folder";
      case FileAlreadyExistsException there -> "it already exists";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
