package io.limbeck.adapter.cli;

/** The option {@code --tag}: a word for the log of a run, a release's name for example. */
final class Tag {
  static final String DESCRIPTION = "A word that the messages of this run, or its SQL, will show.";

  private Tag() {}

  static String inWords(String tag) {
    return "Tag: " + tag;
  }
}
